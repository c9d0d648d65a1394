"""Files in which every word of the language stands somewhere; they need not make sense."""

ADVANCED = """\
rubric: r
edition: 2026.1
weights: relative
better: lower
read_as: {-1: unknown}
rounding: {digits: 1, ties: half_even, levels_on: rounded}
scorings: [{scoring: s, weight: {a: 0}}, {scoring: t, when: {missing: out}}]
combine: sum
dimensions:
  - dimension: d
    combine: ladder
    criteria:
      - {criterion: a, ask: Q, answer: checklist, of: [{answer: b, ask: B}], points: [{gives: 1}]}
      - criterion: c
        ask: Q
        answer: percent
        of: [{criterion: e, ask: Q, answer: people}]
        to: [f, {answer: number, gives: 2}]
        under: {answer: percent, gives: 100}
        range: {from: 0, under: 10}
        applies: {f: {from: 4}, profile.g: yes}
        from: {f: 5}
        na: yes
      - {criterion: f, ask: Q, answer: people}
levels:
  - {level: now, answer: yes_no, overrides: yes}
  - {level: good, at_most: {total: 5}}
"""
PUBLISHED = """\
rubric: p
edition: 2026.1
weights: relative
combine: sum
start: 110
at_least: 0
rounding: {digits: 0, never_full: yes}
ranks: competition
scales:
  - scale: s
    answer: choice
    needs: {reason: 20}
    points: [{answer: y, gives: 1, code: Y, needs: url, cost: 2}, {answer: n, gives: 0}]
dimensions:
  - dimension: d
    kind: pillar
    combine: harmonic
    over: leaves
    enough: {answered: 60, count: 1}
    take: {highest: 3, lowest: 2, without_highest: 1, without_lowest: 1}
    requires: {e: 1}
    each: {part: [site, shift], combine: min, by: heads}
    criteria:
      - {criterion: a, ask: Q, scale: s, when: {na: zero, unknown: block}}
      - {criterion: b, reads: a, points: [{answer: y, gives: 2}, {answer: n, gives: 0}]}
      - criterion: c
        kind: indicator
        combine: count
        complete_from: 50
        criteria:
          - criterion: c1
            ask: Q
            answer: number
            line: [{at: 1, gives: 0}, {at: 9, gives: 4}]
            log: yes
          - {criterion: c2, ask: Q, answer: tally, at_most: 3, points: [{answer: minor, gives: 1}]}
      - criterion: f
        ask: Q
        answer: ratio
        cohort: {by: zscore, mean: 1, deviation: 2, at_least: 0, at_most: 3, winsorise: {count: 2}}
  - dimension: l
    line: [{at: 0, gives: 0}, {at: 50, gives: 3}]
    criteria:
      - {criterion: l1, ask: Q, answer: yes_no}
  - dimension: e
    counts: no
    points: [{up_to: 50, gives: 0}, {above: 50, gives: 1}]
    criteria:
      - {criterion: g, ask: Q, answer: ratio, sum: [x, y], range: {under: 1}}
      - {criterion: h, ask: Q, answer: percent, share: {of: x, in: [x, y]}, range: {under: 9}}
      - {criterion: i, ask: Q, answer: percent, change: {of: x, since: y}, range: {under: 9}}
      - {criterion: raised, ask: Q, answer: number, power: {of: i, to: 2}, range: {under: 9}}
      - {criterion: heads, ask: Q, answer: people}
      - {criterion: x, ask: Q, answer: ratio}
      - {criterion: z, ask: Q, answer: yes_no, upcoming: 2027-01-01}
      - {criterion: y, ask: Q, answer: ratio}
levels:
  - {level: waived, answer: date, exempts: d}
  - level: good
    from: {d: {score: 1, coverage: 2, confirmed: 3, answered: 4}}
    any: [{d: 2}, {each_dimension: {score: 3, except: e}}]
    after: fair
  - {level: fair, from: {total: 1}}
"""
