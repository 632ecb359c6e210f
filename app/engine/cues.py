"""Turns of phrase that tell how something is meant, as patterns over canonical, spaced words."""

import re

_WHO = (
    "people|teams?|engineers?|candidates?|folks|developers|devs|colleagues|blogs?|tutorials?"
    "|posts?|guides?|persons?"
)
_SOMEBODY = (
    "colleague|interviewer|manager|teammate|boss|vendor|somebody|someone|anyone|finance|junior"
    "|senior|intern|predecessor|consultant|architect|friend|tutor|blogg?(?:er)?|article|forum|salesman"
    "|(?:previous|former|old|other|another|last) (?:team|developers?|engineers?|owners?)"
)
_SAY = (
    "thinks?|thought|believes?|believed|says?|said|assumes?|assumed|claims?|claimed|argues?"
    "|argued|suggest(?:s|ed)?|told|hopes?|hoped|expects?|expected|worry|worries"
)


_HOW = "often |sometimes |usually |always |still |just |simply |will |might |may |also |even "


def _any_of(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b")


REJECTED = _any_of(
    "mistakes?|myths?|misconceptions?|fallacy|anti-? ?patterns?|pitfalls?|trap|red flag",
    "wrong|incorrect|untrue|nonsense|not true|is false|mistaken|misguided",
    "tempting|temptation",
    "never start there|do n't fall for",
    "(?:what|things|ideas) (?:i|we) (?:would|'d) (?:never|not|avoid|refuse)",
    r"(?:looks?|seems?|sounds?|feels?|works?) (?:\w+ ){1,4}(?:until|till)",
    "turned out|turns out|the hard way|in vain|on paper|in theory|wondered why|was surprised"
    "|came to a halt|found out|to (?:my|our) surprise",
)
"""What follows or precedes is called bad practice or false."""

NO_FAULT = re.compile(
    r"\b(?:not|n't|never|nothing|cannot) (?:\w+ ){0,2}wrong\b"
    r"|\b(?:go|goes|going|went|gone|something|anything|what) (?:is |was )?wrong\b"
    r"|\bwrong (?:\w+ ){0,2}(?:day|date|order|key|row|value|result|place|number|data)s?\b"
)
"""The same words where nothing is rejected: "you can't go wrong", "the wrong days"."""

REPORTED = _any_of(
    rf"(?:some|many|most|other|few|lots of|plenty of|certain) (?:{_WHO}) (?:{_HOW})*"
    rf"(?:{_SAY}|argue|would|reach|jump|go|try|forget|like|prefer|swear|treat|take|want|use|run|set|rely"
    rf"|choose|pick|do)",
    rf"people (?:often |sometimes |usually |always )?(?:{_SAY}|like|forget|reach|will tell|tell)",
    rf"(?:some|many|others) (?:{_SAY}|argue|will (?:say|tell)|would (?:say|argue|suggest|use|do))",
    rf"they (?:{_SAY})",
    rf"(?:is|was|gets|it 's|its) (?:often|sometimes|commonly|widely|usually) "
    rf"(?:{_SAY}|recommended|taken for)",
    rf"old (?:\w+ ){{0,2}}(?:wiki|docs?|documents?|runbook|design|code|readme) (?:{_SAY}|had)",
    rf"(?:slides?|brochures?|marketing|sales) (?:{_SAY}|promise)",
    "(?:meet|hear|see|read)(?:ing)? the (?:idea|claim|belief|argument|advice)",
    "(?:believed|swore|(?:was|were) (?:sure|convinced|certain))"
    "(?! (?:dead|lost|gone|to|missing|failed|alive|down))",
    "(?:we|i) (?:thought|believed|trusted|assumed) .{3,80} (?:until|till|but|yet)",
    r"^(?:\w+ ){0,2}(?:someone|somebody) (?:\w+ed|wrote|built|put|set|ran|made|chose|took|kept)",
    "(?:a|any|the) (?:candidate|person|engineer|answer) (?:who|that)",
    "people tend to"
    "|(?:my|our) first (?:attempt|version|try|design|draft|merge|job|pipeline|set-?up|rollout)"
    r"|years ago(?: ,)? (?:we|i|my|our)|(?:we|i|my|our) (?:\w+ ){1,6}years ago",
    rf"had (?:{_SAY})",
    "it is said|so-called|commonly (?:believed|assumed)",
    "i (?:often |sometimes |keep |also )+hear(?:ing)?|"
    "used to (?:think|believe)|i once (?:thought|believed)|you (?:often|sometimes) (?:hear|read)",
    "(?:frequent|common|usual|popular|naive|first) (?:suggestion|advice|belief|claim|idea|reflex"
    "|reaction)|(?:frequent|common|usual|popular|naive) answer",
    "reflex (?:in|of)|blogs? teach",
    rf"(?:{_SOMEBODY})(?: \w+){{0,4}}? (?:{_SAY}|think|claim|insist(?:s|ed)?|swore|convinced"
    rf"|propos(?:es|ed)|recommend(?:s|ed)?|wanted|promis(?:es|ed)|trust(?:s|ed)|swears by)",
    "(?:previous|former|old) (?:team|developers?|engineers?|owners?)|my predecessors?",
    "(?:my|our|the) (?:previous|former) (?:tool|system|setup|platform|company|job|employer)",
    "(?:at first|initially|originally|once|before) ,? ?i (?:had )?(?:thought|assumed|believed"
    "|planned|wanted|expected)|i used to|i had (?:thought|assumed|believed)",
    "(?:one|you) might think|anyone who (?:thinks|believes|says|claims|expects)",
)
"""Somebody else's view, not the writer's own."""

SUPPOSED = re.compile(
    r"^(?:suppose|imagine|say we|assume|assuming|what if|if only|had we|were we)\b"
    r"|^(?:and |but |so |now )*if .* (?:would|could|'d|might)\b"
)
"""A case made up for the sake of argument."""

PUT_OFF = _any_of(
    r"leave (?:that|this|it|them|\w+ ){0,4}(?:out|aside|for (?:later|now|another))",
    "(?:get|come|go) back to (?:that|this|it|them) (?:later|in a)|let me get back",
    "(?:wo n't|will not|not going to|ca n't|do n't want to|would n't) (?:cover|discuss|go into"
    "|talk about|get into|touch on|address|describe)",
    "out of scope|beyond (?:the )?scope",
    "(?:i|let's|let us) (?:'ll |will |'d |would )?skip (?:that|this)",
    r"i (?:do n't|do not) (?:know|remember|recall)(?: \w+){0,3} (?:about|what|how)",
    "not sure (?:what|how)|no idea (?:what|how)",
    "(?:nothing|not much|little) (?:more |else |useful |really )*to (?:add|say|offer)",
    "i 'd leave .{0,30} out|left out (?:for|of) (?:now|today)",
)
"""Named only to say that it is left out: as little as a question says."""

REJECTING_HEAD = re.compile(
    r"^(?:the |some |my |our |common |typical |frequent |usual |bad |poor |other |classic )*"
    r"(?:mistakes?|errors|pitfalls?|traps|myths?|misconceptions?|anti ?-? ?patterns?|do n't s"
    r"|dont s|rejected|discarded|turned down|ruled out|bad ideas?|red flags?|what not to do)\b"
    r"|\b(?:things|ideas|options|designs|practices|what|habits|advice) (?:that )?(?:i|we) "
    r"(?:would |'d |'ll |will |do )*(?:not|n't|never|avoid|refuse|reject(?:ed)?|turn(?:ed)? down"
    r"|ruled? out|declined?|discard(?:ed)?|distrust)\b"
)
"""A heading or the words before a colon that say: what follows is bad practice."""

REASON = _any_of("because|since|as|thanks to|so|given")
"""What follows is a reason: it is asserted even if what it is a reason for is left out."""

VERDICT_ON_PREVIOUS = re.compile(
    r"^(?:but |well , |no , )*(?:"
    r"(?:that|this|it|which) (?:'s|is|was|would be|s) (?:simply |just |plain |plainly |also |a "
    r"|not |n't |of course |the |sadly )*(?:wrong|false|incorrect|untrue|true|mistaken|myth"
    r"|misconception|mistake|nonsense|misunderstanding|error|the case|so|enough)"
    r"|(?:it|that|this|they) (?:does|do|is|did|would|will|ca|can|wo) (?:n't|not)(?: ,| \.|$)"
    r"|(?:wrong|false|nope|not true|not so|it does not|they do not)\b)"
)
"""A sentence that begins by judging the one before it."""

DENIED = re.compile(
    r"^(?:and |but |so |no , )*(?:it|that|this) (?:is|'s|was|would be) "
    r"(?:simply |just |plain |plainly |also |of course )*"
    r"(?:(?:not|n't) (?:simply |really |at all )*(?:true|right|correct|the case)"
    r"|false|untrue|incorrect|wrong|nonsense) (?:to (?:say|think|believe|claim|assume) )?that\b"
    r"|^(?:i|we) (?:do n't|do not|never) (?:think|believe|agree|accept)(?: it)? that\b"
)
"""A statement denied as a whole: "it is not true that ..."."""

ASSENT = _any_of("true|enough|so|the case")
DENIAL = re.compile(r"\bnot\b|n't\b")

TO_THE_GRADER = _any_of(
    "(?:ignore|disregard|forget|override) (?:all |any |the |your |previous |prior |above |other )*"
    "(?:instructions?|rules?|rubric|prompts?|criteria)",
    "(?:give|award|grant|assign) (?:me|this|it|us|the answer|this answer|my answer) .{0,40}"
    "(?:full|top|maximum|highest|best|perfect|100|marks?|points?|scores?|grade)",
    "(?:full|top|maximum|perfect) (?:marks|points|score)",
    "(?:deserves?|worth|merits?) .{0,20}(?:full|top|maximum|highest|strong hire|100|perfect)",
    "(?:dear|hello|hi|note to the) (?:grader|examiner|evaluator|interviewer|reviewer|assistant|ai"
    "|bot)",
    "as (?:the|a|an) (?:grader|evaluator|examiner|language model|ai)",
    "you are (?:now )?(?:a|an|the) (?:grader|evaluator|helpful|generous|ai|assistant|lenient)",
    "mark (?:this|it|all|every) .{0,30}(?:as )?(?:correct|explained|covered|complete)",
    "(?:system|assistant|user) ?: |strong hire (?:please|verdict)",
    "rate (?:this|me|it) .{0,20}(?:strong|hire|4|100|10)",
    "this (?:answer|response) (?:covers|contains|addresses|demonstrates|is) .{0,30}(?:everything"
    "|all (?:concepts|points|the)|complete|perfect|excellent|outstanding|flawless)",
)
"""Instructions or flattery meant for whoever grades."""
