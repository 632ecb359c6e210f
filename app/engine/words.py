"""Word families and number words: functions of one word alone."""

import re
from functools import lru_cache
from threading import Lock

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")
_ONE_AT_A_TIME = Lock()
"""A stemmer keeps the word it works on, so two threads in it spoil each other's stems."""

_IRREGULAR = {
    form: base
    for base, forms in {
        "become": "became", "begin": "began begun", "break": "broke broken", "bring": "brought",
        "build": "built", "buy": "bought", "can": "ca",
        "catch": "caught", "choose": "chose chosen choice", "come": "came",
        "cost": "costly", "cut": "cutting", "deal": "dealt", "die": "dead death",
        "draw": "drew drawn", "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen",
        "feed": "fed", "find": "found", "forget": "forgot forgotten", "freeze": "froze frozen",
        "get": "got gotten", "give": "gave given", "go": "went goes", "grow": "grew grown",
        "hang": "hung", "have": "had has", "hear": "heard", "hide": "hid hidden", "hold": "held",
        "keep": "kept", "know": "knew known", "lead": "led", "leave": "left", "lend": "lent",
        "lose": "lost loss", "make": "made", "mean": "meant", "meet": "met",
        "not": "n't", "pay": "paid", "ride": "rode ridden", "rise": "rose risen",
        "run": "ran", "say": "said", "see": "saw seen",
        "sell": "sold", "send": "sent", "shrink": "shrank shrunk", "sit": "sat", "speak": "spoke",
        "spend": "spent", "stand": "stood", "steal": "stole stolen", "stick": "stuck",
        "take": "took taken", "teach": "taught", "tell": "told", "think": "thought",
        "throw": "threw thrown", "wake": "woke woken", "will": "wo",
        "win": "won", "write": "wrote written",
    }.items()
    for form in forms.split()
}  # fmt: skip
"""Forms that no suffix rule relates; only those that interview answers really use."""

_FAMILIES = {
    "replica": "replic", "consumpt": "consum", "expiri": "expir", "collis": "collid",
    "failur": "fail", "rebalanc": "rebal", "analyt": "analyt", "analysi": "analyz",
    "proof": "prove", "retent": "retain", "growth": "grow", "idempot": "idempot",
    "insert": "insert", "decis": "decid", "divis": "divid", "invalid": "invalid",
    "recoveri": "recov", "deliveri": "deliv", "partit": "partit", "strength": "strong",
    "alia": "alias", "dedup": "dedup", "dedupl": "dedup", "deduped": "dedup",
    "serialis": "serial", "explos": "explod", "erasur": "eras", "remov": "remov",
    "evict": "evict", "thrown": "throw", "acknowledg": "acknowledg", "ack": "ack",
    "acknowledgement": "acknowledg", "redund": "redund", "respons": "respond",
    "persist": "persist", "detect": "detect", "compress": "compress", "cach": "cach",
}  # fmt: skip
"""Stems that Snowball keeps apart although the words are one family."""

_BRITISH = ((re.compile(r"is(e|ed|es|ing|ation|ations|er|ers)$"), r"iz\1"),
            (re.compile(r"our(s|ed|ing|al|ally)?$"), r"or\1"),
            (re.compile(r"ys(e|ed|es|ing)$"), r"yz\1"))  # fmt: skip
_SPELLING_FROM = 7
"""British endings are rewritten from this length on: shorter words (rise, four) are no variants."""

_NUMBERS = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0,
    "seventy": 70.0, "eighty": 80.0, "ninety": 90.0, "half": 0.5, "dozen": 12.0,
}  # fmt: skip


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the word family of a canonical word; punctuation has the empty family."""
    if not any(character.isalnum() for character in word):
        return ""
    base = _IRREGULAR.get(word, word)
    if len(base) >= _SPELLING_FROM:
        for british, american in _BRITISH:
            base = british.sub(american, base)
    with _ONE_AT_A_TIME:
        stemmed = str(_STEMMER.stemWord(base))
    return _FAMILIES.get(stemmed, stemmed)


def number_value(word: str) -> float | None:
    """Return the value of digits ("1,500", "0.5") or of one number word, else None."""
    if word.lstrip("-")[:1].isdigit():
        try:
            return float(re.sub(r",(?=\d{3})", "", word))
        except ValueError:
            return None
    return _NUMBERS.get(word)
