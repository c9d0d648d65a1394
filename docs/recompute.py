"""Work a published score out again from two public files, without the program that made it.

    python recompute.py sample-casa-verde.json restaurants_us-2026.1.yaml

The first is what is published of an employer (/e/NAME.json), the second the standard that it
names (/standards/NAME/EDITION.yaml). Reads the everyday words of a standard. Needs Python and
PyYAML. Ends with 1 where a score is another one than the published.
"""

import json
import sys
from fractions import Fraction as Number
from math import prod
from pathlib import Path

import yaml

said = json.loads(Path(sys.argv[1]).read_text("utf-8"))
standard = yaml.load(Path(sys.argv[2]).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - text alone
facts = {fact["criterion"]: fact for fact in said["facts"] if fact["state"] != "missing"}
known = {one["id"]: Number(one["rows"][0]["value"]) for one in said["parameters"]}
known |= {"hours_per_100_workers": Number(200000), "full_time_hours_per_year": Number(2080)}
known |= {"weeks_per_year": Number(52), "months_per_year": Number(12)}
asked = {one["criterion"]: one for top in standard["dimensions"] for one in top["criteria"]}


def number(answer):
    """Return an answer as a number; boxes that are ticked count, their names stand in a list."""
    return Number(answer) if answer[-1].isdigit() else len(answer.split(";"))


def figure(part):
    """Return an answer, a dated figure or a fixed number; None where it is not known."""
    name = part if isinstance(part, str) else part.get("criterion", "")
    if name in facts:
        return number(facts[name]["answer"]) if facts[name]["state"] == "value" else None
    if not name:
        return Number(part["gives"])
    return worked_out(asked[name]) if name in asked else known.get(name)


def worked_out(measure):
    """Return a figure from its parts: so much of this, compared to that, and no more than."""
    over, under = ([figure(part) for part in measure.get(side, [])] for side in ("of", "to"))
    if not under or None in over + under or 0 in under:
        return None
    found = prod(over) / prod(under) * (100 if measure["answer"] == "percent" else 1)
    most = figure(measure["under"]) if "under" in measure else None
    return found if most is None else min(found, most)


def edge(band):
    """Return where a band begins: at a number, at a dated figure, or below everything."""
    return known.get(band.get("from")) or Number(band.get("from", 0))


def applies(name, wanted):
    """Say whether a condition holds; what was not given counts as if it did."""
    if isinstance(wanted, dict):
        return figure(name) is None or figure(name) >= Number(wanted["from"])
    return said["employer"]["profile"].get(name, wanted) == wanted


def points(criterion):
    """Return the fewest and the most points that an answer allows; None where it is out."""
    fact = facts.get(criterion["criterion"], {"state": "missing", "answer": ""})
    kind, bands, is_given = criterion["answer"], criterion["points"], fact["state"] == "value"
    gives, conditions = [Number(band["gives"]) for band in bands], criterion.get("applies", {})
    if fact["state"] == "na" or not all(map(applies, conditions, conditions.values())):
        return None
    if fact["state"] == "not_offered":
        return min(gives), min(gives)
    if kind == "choice":
        hit = [band for band in bands if is_given and band["answer"] == fact["answer"]]
    else:
        found = figure(criterion)
        hit = [band for band in bands if found is not None and found >= edge(band)]
    needed = criterion.get("from", {}).items()
    few = any((figure(name) or 0) < Number(least) for name, least in needed)
    return (min(gives), max(gives)) if few or not hit else (Number(hit[-1]["gives"]),) * 2


def mean(parts, times):
    """Return the weighted mean of low and high ends of what is in; None where nothing is."""
    inside = [(Number(weight) * times, ends) for weight, ends in parts if ends is not None]
    whole = sum(weight for weight, _ in inside) / times
    return (
        tuple(sum(w * ends[at] for w, ends in inside) / whole for at in (0, 1)) if inside else None
    )


scores = {name: points(one) for name, one in asked.items() if "points" in one}
for top in standard["dimensions"]:  # 4 points are the most, and are 100 of a topic
    parts = [(one.get("weight", 0), scores.get(one["criterion"])) for one in top["criteria"]]
    scores[top["dimension"]] = mean(parts, 25)
scores["total"] = mean(
    [(top["weight"], scores[top["dimension"]]) for top in standard["dimensions"]], 1
)
rows = {row["node"]: row for row in said["scores"]}
theirs = {
    name: row["low"] and (Number(row["low"]), Number(row["high"])) for name, row in rows.items()
}
wrong = [node for node, ends in scores.items() if ends != theirs.get(node)]
print(said["employer"]["name"], *(f"{float(end):.4g}" for end in scores["total"]), "differ:", wrong)
sys.exit(bool(wrong))
