# SPDX-License-Identifier: EUPL-1.2
"""What the measures under tests/ share: reading annotated notes, running `report` over them, counting.

A note is {"id", "text", "spans": [{"start", "end", "type", "role", "surface"}], "traces": [...]};
offsets are Unicode code points, half-open. An identifier has leaked when any letter or digit of it
is left. A word is what blanks part; it is ordinary when no character of it belongs to an identifier.
"""
import collections
import dataclasses
import hashlib
import json
import math
import os
import pathlib
import subprocess
import sys

SKIPPED = 77  # the exit code that CTest shows as "skipped"
REPOSITORY = pathlib.Path(__file__).resolve().parent.parent.parent
SHARED = REPOSITORY.parent / "shared" / "corpus"


def load(*paths):
    """The notes of all files, in order."""
    notes = []
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            notes += [json.loads(line) for line in lines if line.strip()]
    return notes


def unmarked(note):
    """The note without the ⟪ ⟫ that prose has around names of other things, and the ranges that stood in them."""
    places, text, names, begin = [], "", [], 0
    for character in note["text"]:
        places.append(len(text))
        if character == "⟪":
            begin = len(text)
        elif character == "⟫":
            names.append((begin, len(text)))
        else:
            text += character
    places.append(len(text))
    spans = [{**s, "start": places[s["start"]], "end": places[s["end"]]} for s in note["spans"]]
    for span in spans:
        assert text[span["start"]:span["end"]] == span["surface"]
    return {"id": note["id"], "text": text, "spans": spans}, names


def hands(aside):
    """The files of the hands in this folder: those set aside, or the open ones."""
    folder = pathlib.Path(__file__).resolve().parent
    return sorted(path for path in folder.glob("hand-*.jsonl") if path.stem.endswith("-aside") == aside)


def accounts(folder):
    """The accounts of all files of a folder beside this one: `category, category > route | text`, one a line."""
    notes = []
    for path in sorted((pathlib.Path(__file__).resolve().parent / folder).glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                head, text = line.split(" | ", 1)
                categories, route = head.split(" > ")
                notes.append({"id": str(len(notes)), "text": text, "categories": categories.split(", "), "route": route})
    return notes


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def shared(name):
    """A corpus beside the repository; without it the measure is skipped."""
    path = SHARED / name
    if not path.exists():
        skip(f"there is no {os.path.relpath(path, REPOSITORY)} beside the repository")
    return path


def run(report, notes, verb="scrub", extra=(), codes=(0,)):
    """The answers of one call over all notes, in the order of the notes; `codes` are the exit codes of one that did its work."""
    fed = "".join(json.dumps({"id": str(i), "text": note["text"]}, ensure_ascii=False) + "\n"
                  for i, note in enumerate(notes))
    done = subprocess.run([report, verb, "--input", "jsonl", "--format", "jsonl", *extra],
                          input=fed.encode("utf-8", "surrogatepass"), capture_output=True, check=False)
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    if [answer["id"] for answer in answers] != [str(i) for i in range(len(notes))] or done.returncode not in codes:
        sys.stderr.write(done.stderr.decode()[-2000:])
        sys.exit(f"{len(notes)} notes went in, {len(answers)} answers came out, exit code {done.returncode}")
    return answers


def removed_flags(answer, size):
    """One flag a code point of the note: was it removed?"""
    flags = bytearray(size)
    for finding in answer["findings"]:
        for at in range(finding["start"], finding["end"]):
            flags[at] = 1
    return flags


def has_leaked(span, text, flags):
    return any(text[at].isalnum() and not flags[at] for at in range(span["start"], span["end"]))


def mark_of(note, span):
    """What a leak is known by: it changes when the note or the place does, and tells nothing."""
    told = f'{note["id"]} {span["start"]} {span["type"]} {span["surface"]}'
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def in_context(note, span):
    """The passage in its sentence; what was removed of it stands as ·."""
    text = note["text"]
    gone = span.get("gone", "")
    inside = "".join("·" if at < len(gone) and gone[at] else c
                     for at, c in enumerate(text[span["start"]:span["end"]]))
    around = text[max(0, span["start"] - 45):span["start"]] + "⟦" + inside + "⟧" + text[span["end"]:span["end"] + 35]
    return " ".join(around.split())


@dataclasses.dataclass
class Count:
    """Of how many, how many."""
    part: int = 0
    whole: int = 0

    def add(self, is_part):
        self.part += bool(is_part)
        self.whole += 1

    @property
    def percent(self):
        return 100 * self.part / self.whole if self.whole else 0.0

    def __str__(self):
        return f"{self.percent:6.2f} %  {self.part:5} of {self.whole}"


class Score:
    """Everything counted over a set of notes and their answers."""

    def __init__(self, notes, answers):
        self.leaked = Count()
        self.by_type = collections.defaultdict(Count)
        self.by_role = collections.defaultdict(Count)
        self.clean_notes, self.words_removed = Count(), Count()
        self.recall, self.precision = Count(), Count()  # of characters
        self.traces_hit, self.traces_right = Count(), Count()
        self.unsure, self.leaks_unsure = Count(), Count()  # entries a note; leaks that are among them
        self.leaks = []  # (note, span)
        self.wrong = []  # (note, start, end) of ordinary words that were removed
        for note, answer in zip(notes, answers, strict=True):
            self._add(note, answer)

    def _add(self, note, answer):
        text = note["text"]
        flags = removed_flags(answer, len(text))
        gold = bytearray(len(text))
        clean = True
        self.unsure.part += len(answer.get("unsure", []))
        self.unsure.whole += 1
        for span in note["spans"]:
            gold[span["start"]:span["end"]] = b"\1" * (span["end"] - span["start"])
            bad = has_leaked(span, text, flags)
            clean = clean and not bad
            for count in (self.leaked, self.by_type[span["type"]], self.by_role[span.get("role", "third")]):
                count.add(bad)
            if bad:
                self.leaks.append((note, {**span, "gone": bytes(flags[span["start"]:span["end"]])}))
                self.leaks_unsure.add(any(_touch(span, entry) for entry in answer.get("unsure", [])))
        self.clean_notes.add(clean)
        for at, character in enumerate(text):
            if character.isalnum():
                if gold[at]:
                    self.recall.add(flags[at])
                if flags[at]:
                    self.precision.add(gold[at])
        at = 0
        for word in text.split():
            at = text.index(word, at)
            end = at + len(word)
            if not any(gold[at:end]):
                self.words_removed.add(any(flags[at:end]))
                if any(flags[at:end]):
                    self.wrong.append((note, at, end))
            at = end
        if "traces" in note:
            said = answer.get("traces", [])
            for trace in note["traces"]:
                self.traces_hit.add(any(_touch(trace, other) for other in said))
            for trace in said:
                self.traces_right.add(any(_touch(trace, other) for other in note["traces"]))

    @property
    def reporters_own(self):
        return self.by_role["reporter"]


class Decisions:
    """What classify and a dry run of route say, against what the notes are annotated with."""

    def __init__(self, notes, classified, routed):
        self.first_category, self.route = Count(), Count()  # right
        self.held = Count()  # the route is `hold`: a person is asked which
        self.wrong_unasked = Count()  # another route than the right one, and no question which
        self.referrals_handed_over = Count()  # of the talks of victims and others, those that would leave
        for note, said, way in zip(notes, classified, routed, strict=True):
            first = said["categories"][0]["id"] if said["scope"] == "integrity" else "out:" + said["scope"]
            right = way["route"] == note["route"]
            self.first_category.add(first == note["categories"][0])
            self.route.add(right)
            self.held.add(way["route"] == "hold")
            self.wrong_unasked.add(not right and way["route"] != "hold")
            if note["route"].startswith("refer:"):
                self.referrals_handed_over.add(way["route"] in ("employer", "rijksrecherche"))


class Limits:
    """What a measure is held to: a JSON file of numbers in nested mappings. Each figure is asked for once; it is
    a fault when it is worse than its limit, and tightens the limit for `write`. No limit is ever loosened."""

    def __init__(self, path):
        self.path = path
        self.held = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        self.faults = []
        self._asked = {}  # where -> keys

    def _at(self, where, key):
        self._asked.setdefault(where, set()).add(key)
        place = self.held
        for name in where:
            place = place.setdefault(name, {})
        return place

    def _hold(self, where, key, value, told, most, tightened):
        """The limit as it stood; infinite when there was none."""
        sign = 1 if most else -1
        place = self._at(where, key)
        limit = place.get(key, sign * math.inf)
        if sign * value > sign * limit:
            self.faults.append(f"{', '.join((*where, key))}: {told}, {'more' if most else 'less'} than {limit}")
        place[key] = (min if most else max)(limit, tightened)
        return limit

    def most(self, where, key, percent):
        """A percentage that must not rise; a limit leaves a fifth of a percent of play."""
        return self._hold(where, key, percent, f"{percent:.2f} %", True, math.ceil(percent * 10 + 2) / 10)

    def least(self, where, key, percent):
        """A percentage that must not fall."""
        return self._hold(where, key, percent, f"{percent:.2f} %", False, math.floor(percent * 10 - 2) / 10)

    def most_of(self, where, key, number):
        return self._hold(where, key, number, number, True, number)

    def least_of(self, where, key, number):
        return self._hold(where, key, number, number, False, number)

    def same_notes(self, name, number, again):
        """Limits are those of so many notes; of others they are made anew when `again`."""
        held = self.held.setdefault(name, {})
        if held.get("notes", number) != number:
            if again:
                self.held[name] = held = {}
            else:
                self.faults.append(f"{name}: {number} notes, and the limits are those of {held['notes']}: measure --write {name}")
        held["notes"] = number
        self._asked.setdefault((name,), set()).add("notes")

    def close(self, write):
        """Says the faults, and what is held and was not measured; the exit code."""
        for where, keys in self._asked.items():
            place = self.held
            for name in where:
                place = place[name]
            self.faults += [f"{', '.join((*where, key))} is held and was not measured"
                            for key, limit in place.items() if not isinstance(limit, dict) and key not in keys]
        if write:
            self.path.write_text(json.dumps(self.held, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        for fault in self.faults:
            print(fault)
        return 1 if self.faults else 0


def _touch(one, other):
    return one["start"] < other["end"] and other["start"] < one["end"]
