"""Work a published score out again from two public files, without the program that made it.

    python recompute.py sample-casa-verde.json restaurants_us-2026.1.yaml

The first is what is published of an employer (/e/NAME.json), the second the standard that it
names (/standards/NAME/EDITION.yaml). Covers restaurants_us and retail_us; of other standards,
those that write the points of each answer out, in everyday words. Levels are not worked out:
the standard says from which score each begins. Needs Python and PyYAML. Ends with 1 where a
score is another one than the published.
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
known |= {"hours_per_100_workers": 200000, "full_time_hours_per_year": 2080}
known |= {"weeks_per_year": 52, "months_per_year": 12}
asked = {one["criterion"]: one for top in standard["dimensions"] for one in top["criteria"]}


def figure(part):
    """Return an answer, a dated figure or a fixed number; None where it is not known."""
    name = part if isinstance(part, str) else part.get("criterion", "")
    if name in facts:  # of boxes that are ticked, the names stand in a list: they count
        answer = facts[name]["answer"] if facts[name]["state"] == "value" else ""
        ticked = len(answer.split(";")) if answer else None
        return Number(answer) if answer[-1:].isdigit() else ticked
    if not name:
        return Number(part["gives"])
    return worked_out(asked[name]) if name in asked else known.get(name)


def worked_out(measure):
    """Return a figure from its parts: so much of this, compared to that, and no more than."""
    over, under = ([figure(part) for part in measure.get(side, [])] for side in ("of", "to"))
    if not under or None in over + under or 0 in under:
        return None
    found = Number(prod(over)) / prod(under) * (100 if measure["answer"] == "percent" else 1)
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


def points(one):
    """Return the fewest and the most points that an answer allows; None where it is out."""
    fact = facts.get(one["criterion"], {"state": "missing", "answer": ""})
    gives, conditions = [Number(band["gives"]) for band in one["points"]], one.get("applies", {})
    if fact["state"] == "na" or not all(map(applies, conditions, conditions.values())):
        return None
    found = None if one["answer"] == "choice" else figure(one)
    hit = [band for band in one["points"] if found is not None and found >= edge(band)]
    hit += [band for band in one["points"] if band.get("answer") == fact["answer"]]
    few = any((figure(part) or 0) < Number(least) for part, least in one.get("from", {}).items())
    most = min(gives) if fact["state"] == "not_offered" else max(gives)
    return (min(gives), most) if few or not hit else (Number(hit[-1]["gives"]),) * 2


def mean(parts, times):
    """Return the weighted mean of low and high ends of what is in; None where nothing is."""
    inside = [(Number(weight) * times, ends) for weight, ends in parts if ends is not None]
    whole = sum(weight for weight, _ in inside) / times
    return tuple(sum(w * e[at] for w, e in inside) / whole for at in (0, 1)) if inside else None


scores = {name: points(one) for name, one in asked.items() if "points" in one}
for top in standard["dimensions"]:  # 4 points are the most, and are 100 of a topic
    parts = [(one.get("weight", 0), scores.get(one["criterion"])) for one in top["criteria"]]
    scores[top["dimension"]] = mean(parts, 25)
tops = [(top["weight"], scores[top["dimension"]]) for top in standard["dimensions"]]
scores["total"] = mean(tops, 1)
theirs = {r["node"]: r["low"] and (Number(r["low"]), Number(r["high"])) for r in said["scores"]}
wrong = [node for node, ends in scores.items() if ends != theirs.get(node)]
print(said["employer"]["name"], *(f"{float(end):.4g}" for end in scores["total"]), "differ:", wrong)
sys.exit(bool(wrong))
