//! Google's Common Expression Language, by the crate `cel`: each rule a compiled expression, facts in a context.

use super::rules::{Rules, Writing};
use anyhow::{Result, anyhow};
use cel::{Context, Env, Program, Value};
use std::sync::Arc;

const CEL: Writing = Writing { and: " && ", or: " || ", not: "!", truths: ["true", "false"], lists: true };

/// The rules as compiled expressions.
pub struct Cel<'r> {
    rules: &'r Rules,
    env: Arc<Env>,
    derived: Vec<(String, Program)>,
    supports: Vec<Program>,
}

impl<'r> Cel<'r> {
    /// Compiles the rules.
    pub fn new(rules: &'r Rules) -> Result<Self> {
        let env = Arc::new(Env::stdlib());
        let (mut derived, mut supports) = (Vec::new(), Vec::new());
        for rule in &rules.rules {
            let program = env.compile(&CEL.conditional(rule)).map_err(|error| anyhow!("{}: {error:?}", rule.name))?;
            if rule.is_support { supports.push(program) } else { derived.push((rule.name.clone(), program)) }
        }
        Ok(Cel { rules, env, derived, supports })
    }

    /// The facts of a family, ready to be asked about.
    pub fn context(&self, row: &[i64]) -> Context<'static, 'static> {
        let mut context = Context::with_env(self.env.clone());
        for (input, value) in self.rules.inputs.iter().zip(row) {
            let value = if input.yes_no { Value::Bool(*value == 1) } else { Value::Int(*value) };
            context.add_variable_from_value(input.name.as_str(), value);
        }
        context
    }

    /// The outcome of every support: first the derived facts, then the rules over them.
    pub fn evaluate(&self, context: &Context, outcomes: &mut Vec<i64>) -> Result<()> {
        let mut scope = context.new_inner_scope();
        for (name, program) in &self.derived {
            let value = program.execute(&scope)?;
            scope.add_variable_from_value(name.as_str(), value);
        }
        outcomes.clear();
        for program in &self.supports {
            match program.execute(&scope)? {
                Value::Int(outcome) => outcomes.push(outcome),
                other => return Err(anyhow!("not an outcome: {other:?}")),
            }
        }
        Ok(())
    }
}
