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
facts = {fact["criterion"]: fact for fact in said["facts"]}
dated = {one["id"]: Number(one["rows"][0]["value"]) for one in said["parameters"]}
known = dated | {"hours_per_100_workers": 200000, "full_time_hours_per_year": 2080}
known |= {"weeks_per_year": 52, "months_per_year": 12}  # and a percent is a hundredth:
known |= {p["id"]: dated[p["id"]] / 100 for p in said["parameters"] if "percent" in p["unit"]}
asked = {one["criterion"]: one for top in standard["dimensions"] for one in top["criteria"]}
gaps = ["not_offered", "na", "declined", "unknown", "missing"]  # of several, the first one stands


def figure(part):
    """Return an answer or a part of a figure as a number; or the word for why there is none."""
    name = part if isinstance(part, str) else part.get("criterion", "")
    fact = facts.get(name, {"state": "missing"})
    found = known.get(name) or worked_out(asked.get(name, {} if name else part))
    if found not in gaps or fact["state"] != "value":  # parts say more than a finished figure
        return min(found, fact["state"], key=gaps.index) if found in gaps else found
    ticked = [box for box in fact["answer"].split(";") if box.strip()]  # of a list, those count
    return Number(fact["answer"]) if fact["answer"][-1:].isdigit() else len(ticked)


def worked_out(one):
    """Return a figure from its parts: so much of this, compared to that, and no more than."""
    if "to" not in one:
        return Number(one["gives"]) if "gives" in one else "missing"
    over, under = ([figure(part) for part in one[side]] for side in ("of", "to"))
    most = [figure(one["under"])] if "under" in one else []
    if 0 in under or {*over, *under, *most} & {*gaps}:
        return min({*over, *under, *most} & {*gaps}, key=gaps.index, default="unknown")
    found = min([Number(prod(over)) / prod(under), *most])
    return found * 100 if one["answer"] == "percent" else found


def holds(name, wanted):
    """Say whether a condition holds: yes where nothing was said, None where nobody knows."""
    least = wanted["from"] if isinstance(wanted, dict) else wanted
    if not least.isdigit():  # it is about the profile, and not about a figure
        return (said["employer"]["profile"].get(name) or wanted) == wanted
    return it >= Number(least) if (it := figure(name)) not in gaps else it not in gaps[2:4] or None


def points(one):
    """Return the fewest and the most points that an answer allows; None where it is out."""
    fact, gives = facts.get(one["criterion"]), [Number(step["gives"]) for step in one["points"]]
    asks, counts = ([holds(*c) for c in one.get(w, {}).items()] for w in ("applies", "from"))
    found = figure(one) if one["answer"] != "choice" else fact["state"] if fact else "missing"
    if found == "na" or False in asks:
        return None
    if found in gaps or not all(asks + counts):
        return min(gives), min(gives) if found == "not_offered" and all(asks) else max(gives)
    named = [fact and fact["answer"] in (s.get("answer"), s["gives"]) for s in one["points"]]
    edges = (found >= Number(dated.get(s.get("from")) or s.get("from", 0)) for s in one["points"])
    hits = zip(gives, named if found == "value" else edges)
    return ([most for most, is_hit in hits if is_hit][-1],) * 2


def mean(inside, name, times):
    """Return the weighted mean of low and high ends of what is in; None where nothing is."""
    found = [(Number(one.get("weight", 0)), scores.get(one[name])) for one in inside]
    whole = sum(weight for weight, ends in found if ends) / times
    return tuple(sum(w * e[at] for w, e in found if e) / whole for at in (0, 1)) if whole else None


scores = {name: points(one) for name, one in asked.items() if "points" in one}
# 4 points are the most, and are 100 of a topic
scores |= {t["dimension"]: mean(t["criteria"], "criterion", 25) for t in standard["dimensions"]}
scores["total"] = mean(standard["dimensions"], "dimension", 1)
theirs = {r["node"]: r["low"] and (Number(r["low"]), Number(r["high"])) for r in said["scores"]}
wrong = [node for node, ends in scores.items() if ends != theirs.get(node)]
print(said["employer"]["name"], *(f"{float(end):.4g}" for end in scores["total"]), "differ:", wrong)
sys.exit(bool(wrong))
