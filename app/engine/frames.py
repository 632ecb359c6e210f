"""Frames round a statement by which its writer does not make it, as patterns over spaced words."""

import re

_NOT = (
    "not|n't|never|nobody|no one|none|nothing|hardly|nor|neither"
    "|no(?! (?:doubt|question|wonder|secret|surprise)\\b)"
)
_HOLDING = (
    "think|thinking|believ(?:e|es|ing)|assum(?:e|es|ing)|claim(?:s|ing)?|say(?:s|ing)?|argue|argues"
    "|promis(?:e|es|ing)|pretend|conclude|convinced|sure|certain|guarantee[sd]?|mean(?:s|ing)?"
    "|impl(?:y|ies)|tell(?:s|ing)?|bet|insist|trust|hope|hoping|suppose|true|guaranteed|swear"
    "|case|promised|assumption|belief|reason|follow(?:s)?"
)
_BELIEVING = "think|thinking|believe|believing|assume|assuming|pretend|pretending|hoping|saying"

DISOWNED = re.compile(
    r"\b(?:"
    rf"(?:{_NOT}) (?!(?:only|just|forget|necessarily)\b)(?:\w+ ){{0,4}}?(?:{_HOLDING}) "
    r"(?:(?!to\b)\w+ ){0,2}?that"
    rf"|(?:{_NOT}) (?:\w+ ){{0,2}}?(?:{_BELIEVING})"
    rf"|(?:stop(?:s|ped)?|gave up|given up|quit|instead of|rather than|worth) (?:{_BELIEVING})"
    rf"|wrong(?:ly)? (?:to )?(?:{_BELIEVING}|assumed|believed)"
    "|(?:disagree|refute|dispute|(?<!no )(?<!without )(?<!beyond )(?<!any )doubt) (?:that|with)"
    "|(?:reject|refute|dispute|question) (?:the|any|this|that) "
    "(?:claim|idea|view|belief|notion|argument|assumption|statement|advice)"
    "|contrary to (?:the|what|popular|common|a|some)|unlike what|despite what"
    "|beware of|careful (?:not|with)|fall(?:ing)? for the|fooled into|so much for"
    "|mis(?:reading|understanding|belief|apprehension|leading|guided)|delusion|illusion"
    "|wishful|too good to be true|far from (?:being )?true|is not so that|not so that"
    "|or so (?:i|we|they|he|she|people) (?:think|thought|believed?|hoped?|assumed?|said|say)"
    "|(?:i|we) wish|would be (?:nice|great|lovely|good|convenient|wonderful|wrong|naive|foolish) "
    "(?:if|to)"
    r")\b|^not that (?!\w+ (?:,|\.|$))|^(?:false|myth|fiction|wrong claim|bad) :"
)
"""Nothing behind these is the writer's claim: "nobody should believe that", "I wish that"."""

WONDERED = re.compile(
    r"\b(?:wonder(?:s|ed|ing)?|find out|question is|unclear|(?:un|not )sure|depends on|prove"
    r"|compare|(?:i|we) (?:'d|would|must|have to|need to) (?:\w+ )?(?:test|verify|measure)) "
    r"(?:\w+ ){0,2}?whether\b"
)
"""What stands behind is yet to be found out; what a server checks at run time is not meant."""
