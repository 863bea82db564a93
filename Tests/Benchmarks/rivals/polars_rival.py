"""Polars: one sort, then the latest start of each stage carried forward within a user.  polars_rival.py FILE OUT"""
import os
import sys

os.environ["POLARS_MAX_THREADS"] = "2"
import polars as pl

path, out = sys.argv[1:3]
stages = ["visit", "interest", "evaluation", "purchase", "loyalty"]
names = ["direct", "email", "organic", "paid", "referral", "social"]
window = 14 * 86400
user = pl.String if "uuids" in path else pl.Int64
columns = {"user_id": user, "event": pl.String, "timestamp": pl.String, "channel": pl.String, "value": pl.String}
frame = pl.scan_csv(path, schema=columns) if ".csv" in path else pl.scan_ndjson(path, schema=columns)
stage = pl.col("event").replace_strict(stages, range(5), return_dtype=pl.Int8)
rows = (
    frame.filter(pl.col("event").is_in(stages))
    .select(
        u="user_id",
        t=pl.col("timestamp").str.to_datetime("%Y-%m-%dT%H:%M:%SZ", time_unit="ms").dt.epoch("s"),
        s=stage,
        c=pl.col("channel").cast(pl.Enum(names)),
    )
    .sort("u", "t", "s", "c")
    .collect(engine="streaming")
    .lazy()
)
level = pl.lit(0, pl.Int8)
is_new = pl.col("u") != pl.col("u").shift(1)
rows = rows.with_columns(group=is_new.fill_null(True).cum_sum(), f0=pl.col("t"))
for index in range(5):
    holds = pl.col("s") == index
    if index > 0:
        holds &= (pl.col("t") - pl.col(f"f{index}") <= window) & (pl.col(f"g{index}") == pl.col("group"))
    rows = rows.with_columns(hit=holds.fill_null(False)).with_columns(
        pl.when("hit").then(f"f{index}").forward_fill().alias(f"f{index + 1}"),
        pl.when("hit").then("group").forward_fill().alias(f"g{index + 1}"),
    )
    level = pl.max_horizontal(level, pl.when("hit").then(index + 1).otherwise(0))
    rows = rows.with_columns(level=level)
    level = pl.col("level")
users = (
    rows.group_by("group")
    .agg(
        first=pl.col("t").filter(pl.col("s") == 0).first(),
        c=pl.col("c").filter(pl.col("s") == 0).first(),
        level=pl.col("level").max(),
    )
    .filter(pl.col("level") > 0)
    .with_columns(week=pl.from_epoch("first", time_unit="s").dt.truncate("1w").dt.date())
)
counts = [(pl.col("level") >= level).sum().alias(str(level)) for level in range(1, 6)]
users.group_by("week", "c").agg(counts).sort("week", "c").collect().write_csv(out, include_header=False)
