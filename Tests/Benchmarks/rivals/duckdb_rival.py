"""DuckDB: each stage joins the latest start before it (ASOF), stage by stage.  duckdb_rival.py FILE OUT"""
import sys

import duckdb

path, out = sys.argv[1:3]
stages = ["visit", "interest", "evaluation", "purchase", "loyalty"]
columns = "{'user_id': 'VARCHAR', 'event': 'VARCHAR', 'timestamp': 'TIMESTAMP', 'channel': 'VARCHAR', 'value': 'VARCHAR'}"
if ".csv" in path:
    source = f"read_csv('{path}', header=true, auto_detect=false, delim=',', quote='\"', columns={columns})"
else:
    source = f"read_json('{path}', format='newline_delimited', columns={columns})"
number = " ".join(f"WHEN '{name}' THEN {index}" for index, name in enumerate(stages))
parts = [
    f"e AS MATERIALIZED (SELECT user_id AS u, timestamp AS t, channel AS c, CASE event {number} END AS s"
    f" FROM {source} WHERE event IN ({', '.join(repr(name) for name in stages)}))",
    "r0 AS (SELECT u, t, t AS f FROM e WHERE s = 0)",
]
for stage in range(1, 5):
    parts.append(
        f"r{stage} AS (SELECT b.u, b.t, a.f FROM (FROM e WHERE s = {stage}) b ASOF JOIN r{stage - 1} a"
        f" ON b.u = a.u AND b.t >= a.t WHERE b.t <= a.f + INTERVAL 14 DAY)"
    )
parts.append("v AS (SELECT u, min(t) AS t, arg_min(c, t) AS c FROM e WHERE s = 0 GROUP BY u)")
reached = " UNION ALL ".join(f"SELECT u, {stage} AS s FROM r{stage}" for stage in range(1, 5))
parts.append(f"d AS (SELECT u, max(s) AS s FROM ({reached}) GROUP BY u)")
counts = ", ".join(f"count(*) FILTER (coalesce(s, 0) >= {stage})" for stage in range(5))
query = (
    f"WITH {', '.join(parts)} SELECT date_trunc('week', t)::DATE AS w, c, {counts}"
    " FROM v LEFT JOIN d USING (u) GROUP BY w, c ORDER BY w, c"
)
connection = duckdb.connect(config={"threads": 2, "preserve_insertion_order": False})
connection.execute("SET asof_loop_join_threshold = 0")
with open(out, "w") as file:
    for row in connection.execute(query).fetchall():
        print(*row, sep=",", file=file)
