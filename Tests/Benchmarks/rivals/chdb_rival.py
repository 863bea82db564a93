"""chDB (ClickHouse in a library): windowFunnel.  chdb_rival.py FILE OUT"""
import sys

from chdb import query

path, out = sys.argv[1:3]
form = "CSVWithNames" if ".csv" in path else "JSONEachRow"
user = "String" if "uuids" in path else "UInt32"
source = f"file('{path}', {form}, 'user_id {user}, event String, timestamp DateTime(\\'UTC\\'), channel String')"
stages = ["visit", "interest", "evaluation", "purchase", "loyalty"]
conditions = ", ".join(f"s = {index}" for index in range(1, 6))
counts = ", ".join(f"countIf(level >= {level})" for level in range(1, 6))
text = f"""
SELECT toMonday(first) AS week, channel, {counts} FROM (
    SELECT windowFunnel(1209600)(t, {conditions}) AS level, minIf(t, s = 1) AS first, argMinIf(c, t, s = 1) AS channel
    FROM (SELECT user_id AS u, timestamp AS t, channel AS c, indexOf({stages}, event)::UInt8 AS s
          FROM {source} WHERE event IN {tuple(stages)})
    GROUP BY u)
WHERE level >= 1 GROUP BY week, channel ORDER BY week, channel
SETTINGS max_threads = 2, date_time_input_format = 'best_effort'
"""
with open(out, "w") as file:
    file.write(str(query(text, "CSV")).replace('"', ""))
