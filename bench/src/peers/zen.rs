//! GoRules ZEN, by the crates `zen-engine` (a decision table for each support) and `zen-expression` (its fastest part alone).

use super::rules::{Rules, Writing};
use anyhow::{Context, Result, anyhow};
use futures_executor::block_on;
use serde_json::{Value, json};
use std::sync::Arc;
use zen_engine::Decision;
use zen_expression::expression::Standard;
use zen_expression::variable::Variable;
use zen_expression::vm::VM;
use zen_expression::{Expression, Scope, compile_expression};

const ZEN: Writing = Writing { and: " and ", or: " or ", not: "not ", truths: ["true", "false"], lists: true };

/// The rules as a decision model and as compiled expressions.
pub struct Zen<'r> {
    rules: &'r Rules,
    decision: Decision,
    expressions: Vec<(String, bool, Expression<Standard>)>,
}

impl<'r> Zen<'r> {
    /// Compiles the rules.
    pub fn new(rules: &'r Rules) -> Result<Self> {
        let content = serde_json::from_value(model(rules)).context("the decision model")?;
        let mut decision = Decision::from(Arc::new(content));
        decision.compile();
        let mut expressions = Vec::new();
        for rule in &rules.rules {
            let compiled =
                compile_expression(&ZEN.conditional(rule)).map_err(|error| anyhow!("{}: {error}", rule.name))?;
            expressions.push((rule.name.clone(), rule.is_support, compiled));
        }
        Ok(Zen { rules, decision, expressions })
    }

    /// The facts of a family, ready to be asked about.
    pub fn context(&self, row: &[i64]) -> Variable {
        let context = Variable::empty_object();
        for (input, value) in self.rules.inputs.iter().zip(row) {
            let value = if input.yes_no { Variable::Bool(*value == 1) } else { Variable::Number((*value).into()) };
            context.dot_insert(&input.name, value);
        }
        context
    }

    /// The outcome of every support, by the decision model.
    pub fn decide(&self, context: &Variable, outcomes: &mut Vec<i64>) -> Result<()> {
        let response = block_on(self.decision.evaluate(context.clone())).map_err(|error| anyhow!("{error:?}"))?;
        outcomes.clear();
        for rule in self.rules.supports() {
            let outcome = response.result.dot(&rule.name).with_context(|| format!("no answer for {}", rule.name))?;
            outcomes.push(number(&outcome)?);
        }
        Ok(())
    }

    /// The outcome of every support, by compiled expressions; writes the derived facts into the context.
    pub fn express(&self, context: &Variable, vm: &mut VM, outcomes: &mut Vec<i64>) -> Result<()> {
        let scope = Scope::new(context.clone());
        outcomes.clear();
        for (name, is_support, expression) in &self.expressions {
            let value = expression.evaluate_with_scope(&scope, vm).map_err(|error| anyhow!("{name}: {error}"))?;
            if *is_support {
                outcomes.push(number(&value)?);
            } else {
                context.dot_insert(name, value);
            }
        }
        Ok(())
    }
}

fn number(value: &Variable) -> Result<i64> {
    let number = value.as_number().context("not a number")?;
    Ok(number.try_into()?)
}

/// Input, then the derived facts, then a decision table for each support beside the others, then output.
fn model(rules: &Rules) -> Value {
    let mut nodes = vec![
        json!({"id": "in", "name": "in", "type": "inputNode", "content": {}}),
        json!({"id": "out", "name": "out", "type": "outputNode", "content": {}}),
    ];
    let mut edges = vec![json!({"id": "first", "sourceId": "in", "targetId": "derived"})];
    let derived = rules.rules.iter().filter(|rule| !rule.is_support);
    let mut names: Vec<&str> = Vec::new();
    let expressions: Vec<Value> = derived
        .map(|rule| {
            // Within one node, what was worked out above is read through `$`.
            let value = names.iter().fold(ZEN.conditional(rule), |text, name| with_dollar(&text, name));
            names.push(&rule.name);
            json!({"id": rule.name, "key": rule.name, "value": value})
        })
        .collect();
    nodes.push(json!({
        "id": "derived", "name": "derived", "type": "expressionNode",
        "content": {"expressions": expressions, "passThrough": true}
    }));
    for rule in rules.supports() {
        let lines = rule.lines.iter().map(|(test, value)| (ZEN.test(test), *value)).chain([(String::new(), rule.last)]);
        let lines: Vec<Value> = lines
            .enumerate()
            .map(|(place, (test, value))| json!({"_id": format!("line{place}"), "when": test, "then": value.to_string()}))
            .collect();
        nodes.push(json!({
            "id": rule.name, "name": rule.name, "type": "decisionTableNode",
            "content": {
                "hitPolicy": "first", "passThrough": false,
                "inputs": [{"id": "when", "name": "When"}],
                "outputs": [{"id": "then", "name": "Then", "field": rule.name}],
                "rules": lines
            }
        }));
        edges.push(json!({"id": format!("to {}", rule.name), "sourceId": "derived", "targetId": rule.name}));
        edges.push(json!({"id": format!("from {}", rule.name), "sourceId": rule.name, "targetId": "out"}));
    }
    json!({"nodes": nodes, "edges": edges})
}

/// The text with a name, where it stands as a whole word, read through `$`.
fn with_dollar(text: &str, name: &str) -> String {
    let part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut made = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let before = rest[..at].chars().next_back().or(made.chars().next_back());
        let after = rest[at + name.len()..].chars().next();
        made.push_str(&rest[..at]);
        if !before.is_some_and(part) && !after.is_some_and(part) {
            made.push_str("$.");
        }
        made.push_str(name);
        rest = &rest[at + name.len()..];
    }
    made + rest
}
