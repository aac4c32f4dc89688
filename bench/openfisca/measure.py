"""Works out the rules for families with OpenFisca, writes the outcomes and prints three times in nanoseconds.

Called with a folder that holds rules.py (written by program) and families.bin (a column of int32 for each fact).
"""

import statistics
import sys
from pathlib import Path
from time import perf_counter_ns, process_time_ns

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

yes, no = np.True_, np.False_
Family = build_entity(key="family", plural="families", label="Family", is_person=True)
system = TaxBenefitSystem([Family])
MONTH = "2026-11"
facts, supports = [], []


def add(name, kind, **more):
    system.add_variable(
        type(name, (Variable,), {"value_type": kind, "entity": Family, "label": name,
                                 "definition_period": DateUnit.MONTH, **more})
    )


def fact(name, kind):
    add(name, kind)
    facts.append((name, kind))


def rule(name, kind, is_support, formula):
    add(name, kind, formula=formula)
    if is_support:
        supports.append(name)


def simulate(columns, count):
    simulation = SimulationBuilder.build_default_simulation(system, count)
    for (name, _), column in zip(facts, columns):
        simulation.set_input(name, MONTH, column)
    return simulation


def calculate(simulation):
    return [simulation.calculate(name, MONTH) for name in supports]


def main():
    folder = Path(sys.argv[1])
    sys.path.insert(0, str(folder))
    sys.modules["measure"] = sys.modules["__main__"]
    import rules  # noqa: F401  adds the facts and rules above

    table = np.fromfile(folder / "families.bin", dtype="<i4").reshape(len(facts), -1)
    columns = [column.astype(bool) if kind is bool else column.copy() for (_, kind), column in zip(facts, table)]
    count = table.shape[1]
    whole, calculated = [], []
    for place in range(300):
        one = [column[place : place + 1] for column in columns]
        start = perf_counter_ns()
        simulation = simulate(one, 1)
        middle = perf_counter_ns()
        calculate(simulation)
        end = perf_counter_ns()
        whole.append(end - start)
        calculated.append(end - middle)
    everybody = []
    for _ in range(5):
        simulation = SimulationBuilder.build_default_simulation(system, count)
        start = process_time_ns()
        for (name, _), column in zip(facts, columns):
            simulation.set_input(name, MONTH, column)
        outcomes = calculate(simulation)
        everybody.append(process_time_ns() - start)
    np.stack(outcomes).astype(np.uint8).tofile(folder / "outcomes.bin")
    print(statistics.median(whole), statistics.median(calculated), statistics.median(everybody))


if __name__ == "__main__":
    main()
