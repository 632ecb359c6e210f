"""How a whole segment is meant: asserted, asked, rejected, reported or supposed."""

import re
from collections.abc import Sequence

from app.engine.report import Polarity

_REJECTED = re.compile(
    r"\b(mistakes?|myths?|misconceptions?|fallacy|anti-? ?patterns?|pitfalls?|wrong|incorrect|untrue|nonsense"
    r"|not true|is false|tempting|temptation|trap|red flag|would be wrong|never start there|do n't fall for)\b"
)
_REPORTED = re.compile(
    r"\b((some|many|most|other|few|lots of|plenty of|certain) (people|teams?|engineers?|candidates?|folks|developers|devs|colleagues|blogs?|tutorials?|posts?|guides?|persons?)"
    r"|people (often |sometimes |usually |always )?(think|believe|say|assume|claim|worry|expect|hope|like|forget|reach|will tell|tell)"
    r"|(some|many|others) (think|believe|say|assume|claim|would|argue|suggest|hope|reach)"
    r"|they (say|think|claim|believe)|(is|was) (often|sometimes|commonly|widely) (said|believed|assumed|suggested|claimed|recommended)"
    r"|it is said|had (assumed|thought|believed|hoped|claimed)|(used to|i once) (think|believe|thought)|so-called|you (often |sometimes )?(hear|read)"
    r"|(frequent|common|usual|popular|naive|first) (suggestion|advice|belief|claim|idea|reflex|reaction|answer)|reflex (in|of)|blogs? (teach|say|tell|suggest)"
    r"|(colleague|interviewer|manager|teammate|boss|vendor|somebody|someone|anyone) (says?|said|thinks?|thought|claims?|claimed|suggest(s|ed)?|told|argues?|argued|believes?|assumes?|might think|may think)"
    r"|common(ly)? (believed|assumed)|one might think|you might think|anyone who (thinks|believes|says|claims|expects))\b"
)
_SUPPOSED = re.compile(r"^(suppose|imagine|say we|assume|assuming|what if|if only|had we|were we)\b")
_PUT_OFF = re.compile(
    r"\b(leave (that|this|it|them|\w+ ){0,4}(out|aside|for (later|now|another))|(get|come|go) back to (that|this|it|them) (later|in a)|let me get back"
    r"|(wo n't|will not|not going to|ca n't|do n't want to|would n't) (cover|discuss|go into|talk about|get into|touch on|address|describe)"
    r"|out of scope|beyond (the )?scope|skip(ping)? (that|this|it|over)|i (do n't|do not) (know|remember|recall)( \w+){0,3} (about|what|how)|not sure (what|how)|no idea (what|how)"
    r"|i 'd leave .{0,30} out|left out (for|of) (now|today))\b"
)
_VERDICT_ON_PREVIOUS = re.compile(
    r"^(but |well , |no , )*((that|this|it|which) ('s|is|was|would be|s) (simply |just |plain |plainly |also |a |not |n't |of course |the |sadly )*"
    r"(wrong|false|incorrect|untrue|true|mistaken|myth|misconception|mistake|nonsense|misunderstanding|error|the case|so|enough)"
    r"|(it|that|this|they) (does|do|is|did|would|will|ca|can|wo) (n't|not)( ,| \.|$)|(wrong|false|nope|not true|not so|it does not|they do not)\b)"
)
_ASSENT = re.compile(r"\b(true|enough|so|the case)\b")
_DENIAL = re.compile(r"\b(not|n't)\b")


def stance(words: Sequence[str]) -> Polarity:
    """Return how the segment with these canonical words is meant, judged by itself alone.

    What is put off ("I'd leave that out for now") says as little as a question.
    """
    text = " ".join(words)
    if (words and words[-1] == "?") or _PUT_OFF.search(text):
        return "asked"
    if _REPORTED.search(text):
        return "reported"
    if _REJECTED.search(text) and "not wrong" not in text:
        return "rejected"
    return "hypothetical" if _SUPPOSED.search(text) else "asserted"


def rejects_previous(words: Sequence[str]) -> bool:
    """Tell whether a segment begins by calling what was said before it wrong ("That's a myth")."""
    match = _VERDICT_ON_PREVIOUS.search(" ".join(words))
    if match is None:
        return False
    agrees = _ASSENT.search(match.group()) and not _DENIAL.search(match.group())
    return not agrees
