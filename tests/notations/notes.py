# SPDX-License-Identifier: EUPL-1.2
"""Notes made of a carrier sentence, an identifier in some notation and sentences around them."""
import random
import re

import carriers
import layouts
import transcripts
import words  # noqa: F401 (adds its notations to those of figures)
from figures import NOTATIONS


def generated(seed, each):
    """`each` notes for every notation; the same seed gives the same notes."""
    notes = []
    for kind, notations in NOTATIONS.items():
        for name, write in notations.items():
            told = name.startswith("~") or kind not in carriers.PLAIN
            for i in range(each):
                rand = random.Random(f"{seed} {kind} {name} {i}")
                sentences = carriers.TOLD[kind] if told else carriers.PLAIN[kind] + carriers.TOLD.get(kind, [])
                notes.append(_note(kind, name.lstrip("~"), i, write(rand), rand.choice(sentences), rand))
    for family in (layouts.forms(), layouts.implicit(), transcripts.said()):
        for kind, name, write in family:
            for i in range(each):
                rand = random.Random(f"{seed} {kind} {name} {i}")
                notes.append(_note(kind, name, i, write(rand), "{}", rand))
    return notes


def _note(kind, name, number, value, sentence, rand):
    before, after = rand.choice(carriers.BEFORE), rand.choice(carriers.AFTER)
    head, tail = sentence.split("{}")
    lead = before + (" " if before and not before.endswith(("\n", " ")) else "") + head
    text, spans = lead, []
    # Where only parts of it are the identifier, ⟦ ⟧ stand around these.
    for part in re.split("(⟦.*?⟧|⟪.*?⟫)", value if "⟦" in value else f"⟦{value}⟧", flags=re.DOTALL):
        mark = part[:1]
        if mark in ("⟦", "⟪"):
            part = part[1:-1]
        if mark == "⟦":
            spans.append({"start": len(text), "end": len(text) + len(part), "type": kind, "role": "third", "surface": part})
        text += part
    text += tail + (" " if after and not after.startswith("\n") else "") + after
    return {"id": f"{kind} {name} {number}", "notation": name, "text": text, "spans": spans}


def harmless():
    return [{"id": f"harmless {i}", "text": f"{before} {text}".strip(), "spans": []}
            for i, text in enumerate(carriers.HARMLESS) for before in ("", "Het gaat om een medewerker.", "notitie:")]
