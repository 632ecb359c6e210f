"""What units of size, time and number are called, and how large they are."""

MULTIPLIERS = {
    "hundred": 1e2, "hundreds": 1e2, "thousand": 1e3, "thousands": 1e3, "k": 1e3,
    "million": 1e6, "millions": 1e6, "m": 1e6, "mn": 1e6, "mio": 1e6, "mil": 1e6,
    "billion": 1e9, "billions": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12,
    "dozen": 12.0,
}  # fmt: skip

_SIZES = {
    1.0: "byte bytes octets",
    1e3: "kb kilobyte kilobytes kbyte kbytes",
    1e6: "mb megabyte megabytes mbyte mbytes meg megs",
    1e9: "gb gigabyte gigabytes gbyte gbytes gig gigs g",
    1e12: "tb terabyte terabytes tbyte tbytes tera teras",
    1e15: "pb petabyte petabytes pbyte pbytes",
    1e18: "eb exabyte exabytes",
    2.0**10: "kib",
    2.0**20: "mib",
    2.0**30: "gib",
    2.0**40: "tib",
    2.0**50: "pib",
    0.125: "bit bits",
    125.0: "kbit kbits kilobit kilobits",
    1.25e5: "mbit mbits megabit megabits",
    1.25e8: "gbit gbits gigabit gigabits",
}
SIZES = {word: factor for factor, words in _SIZES.items() for word in words.split()}
"""Bytes. KB is 1,000 and KiB 1,024, as their standard says; estimates allow a factor of 2."""

_DURATIONS = {
    1e-9: "ns nanosecond nanoseconds",
    1e-6: "us \u03bcs microsecond microseconds",
    1e-3: "ms millisecond milliseconds millis msec",
    1.0: "s sec secs second seconds",
    60.0: "min mins minute minutes",
    3600.0: "h hr hrs hour hours",
    86400.0: "d day days",
    7 * 86400.0: "w wk week weeks",
    30 * 86400.0: "mo month months",
    365 * 86400.0: "y yr yrs year years",
}
DURATIONS = {word: factor for factor, words in _DURATIONS.items() for word in words.split()}
"""Seconds; a month is 30 days and a year 365, as people reckon in interviews."""

RATES = {
    "rps": 1.0, "qps": 1.0, "tps": 1.0, "eps": 1.0, "wps": 1.0, "iops": 1.0, "rpm": 1 / 60,
    "daily": 1 / 86400, "hourly": 1 / 3600, "weekly": 1 / (7 * 86400), "yearly": 1 / (365 * 86400),
}  # fmt: skip
"""Words that say "so often in so long": per second."""

THROUGHPUTS = {
    "kbps": 125.0, "mbps": 1.25e5, "gbps": 1.25e8, "tbps": 1.25e11,
    "kbs": 1e3, "mbs": 1e6, "gbs": 1e9,
}  # fmt: skip
"""Bytes a second; bps counts bits."""

SHORT_UNITS = {
    "m": {"duration": 60.0, "size": 1e6},
    "k": {"size": 1e3},
    "b": {"size": 1.0},
}
"""Letters that mean a multiplier beside a count, and a unit beside a duration or a size."""
