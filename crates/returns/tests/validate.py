"""Judges the files of a folder by the public validators of both returns.

Every rule they break must be explained in explained.csv, and every explanation there must be needed.
"""

import csv
import contextlib
import importlib
import io
import logging
import pathlib
import sys
import warnings
import xml.etree.ElementTree as ET

warnings.filterwarnings("ignore")
from cin_validator.cin_validator import CinValidator, convert_data, process_data  # noqa: E402
from lac_validator.lac_validator import LacValidator  # noqa: E402

logging.disable(logging.CRITICAL)
HERE = pathlib.Path(__file__).parent
COUNCIL = "E09000028"


def registry(package, year):
    return importlib.import_module(f"{package}.rules.{year}").registry


def census(folder, rules, only=None):
    """The rules of the census that a file breaks, with how many rows and an example; and those that could not run."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        tables = process_data(convert_data(ET.parse(folder / "cin.xml").getroot()))
        judged = CinValidator(tables, rules, selected_rules=only)
    found = {}
    for issue in judged.full_issue_df.to_dict("records"):
        count, example = found.get(issue["rule_code"], (0, issue.get("child_id")))
        found[issue["rule_code"]] = (count + 1, example)
    for issue in judged.la_rule_issues.to_dict("records"):
        found[issue.get("rule_code") or issue.get("Rule Code")] = (1, "the whole file")
    crashed = [line.split()[3].rstrip(":") for line in said.getvalue().splitlines() if line.startswith("Error with rule")]
    return found, crashed


def looked_after(folder, before, rules, only=None):
    """The same for the return of looked-after children, with last year's files beside this year's."""
    files = [
        {"name": path.name, "description": description, "file_content": path.read_bytes()}
        for description, place in [("This year", folder), ("Prev year", before)]
        if place
        for path in sorted(place.glob("*.csv"))
    ]
    with contextlib.redirect_stdout(io.StringIO()):
        judged = LacValidator({"collectionYear": folder.name, "localAuthority": COUNCIL}, files, rules, only)
    found = {}
    for table in judged.ds_results.values():
        for column in [name for name in getattr(table, "columns", []) if name.startswith("ERR_")]:
            broken = table[table[column] == True]  # noqa: E712
            count, example = found.get(column[4:], (0, None))
            if len(broken):
                found[column[4:]] = (count + len(broken), example or broken["CHILD"].iloc[0])
    return found, judged.fails, judged.skips


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def compare(kind, found, faults, used):
    """Whatever was found must be explained."""
    for name, what in sorted(found.items()):
        if (kind, *name) in EXPLAINED:
            used.add((kind, *name))
        else:
            faults.append(f"{kind}: {' '.join(name)}: {what}")


def judge(folder, faults, used):
    """The files of both years must break no rule that is not explained, and every rule must be able to speak."""
    for year, rules in [("2026", "cin2025_26"), ("2027", "cin2026_27")]:
        found, crashed = census(folder / year, registry("cin_validator", rules))
        compare("broken", {("census", rule): what for rule, what in found.items()}, faults, used)
        compare("cannot run", {("census", rule): "it stopped" for rule in crashed}, faults, used)
    for year, before, rules in [("2026", None, "lac2025_26"), ("2027", folder / "2026", "lac2026_27")]:
        found, crashed, skipped = looked_after(folder / year, before, registry("lac_validator", rules))
        compare("broken", {("looked after", rule): what for rule, what in found.items()}, faults, used)
        compare("cannot run", {("looked after", rule): "it stopped" for rule in crashed}, faults, used)
        if before:
            compare("not judged", {("looked after", rule): "it was passed over" for rule in skipped}, faults, used)


def judge_broken(folder, faults, used):
    """Each file that breaks one of our checks must break the Department's rule of that number too."""
    of_census, of_care = registry("cin_validator", "cin2026_27"), registry("lac_validator", "lac2026_27")
    for place in sorted(folder.iterdir()):
        rule, found = place.name, {}
        if rule in of_census:
            found = census(place / "2027", of_census, [rule])[0]
        elif rule in of_care:
            found = looked_after(place / "2027", place / "2026", of_care, [rule])[0]
        else:
            compare("not held", {("census", rule): "no validator knows it"}, faults, used)
            continue
        if rule not in found:
            name = ("census" if rule in of_census else "looked after", rule)
            compare("not found", {name: "ours finds it, the validator does not"}, faults, used)


def judge_codes(path, faults, used):
    """Each of our code sets must be one of the lists that stand in its rule."""
    registries = {
        "census": registry("cin_validator", "cin2026_27"),
        "looked after": registry("lac_validator", "lac2026_27"),
    }
    ours = {}
    for row in read(path):
        ours.setdefault((row["return"], row["rule"]), set()).add(row["code"])
    for (which, rule), codes in ours.items():
        lists = [set(part) for part in registries[which][rule].func.__code__.co_consts if isinstance(part, tuple)]
        lists = [part for part in lists if part & codes and all(isinstance(code, str) for code in part)]
        nearest = min(lists, key=lambda part: len(part ^ codes), default=set())
        if nearest != codes:
            what = f"ours alone {sorted(codes - nearest)}, theirs alone {sorted(nearest - codes)}"
            compare("other codes", {(which, rule): what}, faults, used)


EXPLAINED = {(row["what"], row["return"], row["rule"]): row["why"] for row in read(HERE / "explained.csv")}

if __name__ == "__main__":
    folder, faults, used = pathlib.Path(sys.argv[1]), [], set()
    judge(folder, faults, used)
    judge(folder / "cases", faults, used)
    judge_codes(folder / "codes.csv", faults, used)
    judge_broken(folder / "broken", faults, used)
    faults += [f"explained, and not needed: {' '.join(name)}" for name in sorted(set(EXPLAINED) - used)]
    print(f"{len(EXPLAINED)} explained, {len(faults)} to mend", *faults, sep="\n")
    sys.exit(bool(faults))
