"""Facts about a workplace, read by a published rubric into a score anyone can recompute.

The package in reading order; each part imports only from those below it in the list's reverse:

- `errors`     the closed set of refusals
- `rubrics`    the standard: what is asked, how an answer counts (pure)
- `scoring`    what follows: scorecard, level, plan, trend (pure)
- `access`     who may do what (pure)
- `store`      the only SQL: rows, queries, migrations
- `services`   one function per thing a person can do
- `schemas`    outside data in, typed values out
- `documents`  certificate, plan, brief as PDF
- `tables`     spreadsheets in and out
- `config`, `http`  settings, request context, the one table refusal to status
- `web`, `api`, `cli`  thin shells: validate, do, present
- `app`        where it is all put together
"""
