"""A new question and its rubric as commented skeletons: what is empty is to be filled in.

Why empty values: `whyboard check` tells each of them with its place, so a skeleton says by itself
what is left to do, and none can be published by mistake.
"""

SCHEMA_LINE = "# yaml-language-server: $schema=../schema.json"
"""Tells editors where the JSON Schema of a content file is, seen from its category's folder."""

LEXICON_SCHEMA_LINE = "# yaml-language-server: $schema=lexicon.schema.json"
"""The same for the lexicon."""

_QUESTION = """\
# A question: what the interviewer asks, and how we would answer it. Every key: questions/README.md.
# Fill in what is empty; `whyboard check` names each place that still is. A long text begins with
# `|` behind the key and goes on in indented lines. Delete the comments as you go.
id: {id}
title:  # the task in a few words
category: {category}
difficulty: senior  # mid, senior or staff
topics:  # what it is about, two to five, for browsing and search
  -
minutes: 40  # how long a candidate has
words: {{least: 250, most: 900}}  # how long a good answer is
prompt:  # what the interviewer says, with the numbers a candidate needs
sections:  # the model answer; it must score at least 90 under the rubric (`whyboard check --deep`)
  context:  # why: the goal, the constraints, the number that decides the design
  diagram:
    mermaid:  # flowchart LR, then one line an arrow: a[Client] --> b[Service]
    alt:  # the same in sentences, for those who cannot see it
  components:
    text:  # how the parts work, in Markdown
    code:  # one short example of the central pattern
      language:  # sql, python, yaml, text ...
      caption:  # what it shows
      text:
  trade_offs:  # two decisions at least, each with both sides
    - decision:  # what is to be decided
      choose:
      gain:
      cost:
      otherwise:  # when to choose the other
    - decision:
      choose:
      gain:
      cost:
      otherwise:
  pro_tip:
    pro_move:  # what marks a senior answer
    red_flag:  # what ends the interview
senior_notes:  # what a staff answer adds
  -
sources:  # what you have read; `companies:` may be named only with a source too
  - title:
    url:
    checked:  # the day you read it, like 2026-01-31
"""

_RUBRIC = """\
# How answers to the question are judged. Every key: rubrics/README.md; how wordings are written:
# docs/rubric-language.md. Fill in what is empty; `whyboard check` names each place that still is.
question: {id}

# Words for one notion: twenty everyday ways of saying it. Wordings name them: <lag-behind>.
# ideas:
#   lag-behind: [lag behind, fall behind, cannot keep up, out of date]

# Numbers and settings that checks read from an answer: docs/rubric-language.md, "Slots and checks".
# slots:
#   rf: {{names: [replication factor, rf]}}

# One block for each idea a good answer conveys: eight to fifteen.
concepts:
  - id:  # lower-case words joined by hyphens
    name:  # as a learner reads it
    area:  # an id: what it belongs to, as durability or trade-offs
    weight: 2  # 3 core, 2 important, 1 bonus
    mentioned:  # short sentences that name it: two to four ideas each, in any order
      -
    facets:  # the parts of explaining it
      how:
        label:  # what this part says, for the report
        says:  # sentences that stand alone
          -
      why:
        label:
        says:
          -
        # adds: [sentences that count only near a mention]
        # set: ["rf >= 3"]
    explained: how and why  # which parts are enough: and, or, 2 of (a, b, c)
    # against: [what contradicts it]
    # unless: [near misses: the same words in another sense]
    why:  # why it matters, shown where it is missing
    follow_up:  # what an interviewer would ask next
    model:  # the sentence or two you would like to hear
    source:  # an address, or a book with its page
    "yes":  # at least two sentences that must count, as candidates would say them
      -
      -
    "no":  # at least two near misses that must not
      -
      -

# Wrong things that candidates really say.
misconceptions:
  - id:
    claim:  # ways of asserting it
      -
    right:  # what is right, and why
    severity: major  # or minor
    source:
    "yes":  # sentences that must be flagged
      -
      -
    "no":  # sentences that must not: the right view, the wrong one rejected
      -
      -

# What follows from the numbers of an answer: docs/rubric-language.md, "Slots and checks".
# checks: []

# Graded answers, the rubric's own test: a strong one, a middling one, a poor one, a list of terms.
samples:
  - level: 3  # 0 not an answer, 1 below the bar, 2 mixed, 3 hire, 4 strong hire; halves allowed
    answer:
    # concepts: {{the-id: explained}}   mentioned, missing or contradicted
    # flags: [ids that must be flagged]
"""


def question_skeleton(id_: str, category: str) -> str:
    """The text of a new question file."""
    return f"{SCHEMA_LINE}\n{_QUESTION.format(id=id_, category=category)}"


def rubric_skeleton(id_: str) -> str:
    """The text of a new rubric file."""
    return f"{SCHEMA_LINE}\n{_RUBRIC.format(id=id_)}"
