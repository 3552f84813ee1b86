"""Makes the table of word relations: which English words are forms of another, opposites, or of one meaning.

Nearly all of it comes from WordNet's files (Debian's wordnet-base, in /usr/share/wordnet); the words are those of the table
of word vectors, by whose rows they are named.

The table, little endian: "BWR1", words (u32), opposites (u32), synonyms (u32), then for each word the row of its base
form (u16), then the pairs of opposites and those of synonyms in ascending order, each the lesser row times 65,536 plus
the greater one (u32).
"""
import argparse
import collections
import os
import struct

from word_vectors import fnv1a

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
# Of a word's senses, the first ones count: a rare sense relates words that nobody relates.
SENSES = 2
# Past forms that are more often words of their own.
OWN_WORDS = {"left", "saw", "ground", "lit", "lay", "bore", "wound", "bound", "rose", "bit", "fell", "felt", "split"}


def single(word):
    return word.isascii() and word.isalpha() and len(word) > 1


def read_wordnet(folder):
    """The words of each set of synonyms with their pointers, and each word's sets, most frequent sense first."""
    sets, senses, irregular = {}, collections.defaultdict(list), {}
    for part, letter in PARTS.items():
        with open(os.path.join(folder, "data." + part), encoding="ascii", errors="replace") as lines:
            for line in lines:
                if line.startswith("  "):
                    continue
                fields = line.split("|")[0].split()
                count = int(fields[3], 16)
                words = [fields[4 + 2 * i].split("(")[0].lower() for i in range(count)]
                at = 5 + 2 * count
                pointers = [fields[at + 4 * i : at + 4 * i + 4] for i in range(int(fields[at - 1]))]
                sets[letter, fields[0]] = (fields[2], words, pointers)
        with open(os.path.join(folder, "index." + part), encoding="ascii") as lines:
            for line in lines:
                if line.startswith("  "):
                    continue
                fields = line.split()
                offsets = fields[-int(fields[2]) :]
                senses[fields[0].lower()] += [(letter, offset) for offset in offsets[:SENSES]]
        with open(os.path.join(folder, part + ".exc"), encoding="ascii") as lines:
            for line in lines:
                form, base = line.split()[:2]
                if part in ("noun", "verb") and form not in OWN_WORDS:
                    irregular.setdefault(form, base)
    return sets, senses, irregular


def forms(word):
    """The regular forms of a noun or a verb."""
    found = [word + "s", word + "es", word + "ed", word + "ing", word + word[-1] + "ed", word + word[-1] + "ing"]
    if word.endswith("e"):
        found += [word + "d", word[:-1] + "ing"]
    if word.endswith("y"):
        found += [word[:-1] + "ies", word[:-1] + "ied"]
    return found


def main():
    arguments = argparse.ArgumentParser(description="Makes the table of word relations.")
    arguments.add_argument("--wordnet", default="/usr/share/wordnet", help="WordNet's files")
    arguments.add_argument("--words", required=True, help="the table of word vectors")
    arguments.add_argument("--output", required=True, help="the table to write")
    options = arguments.parse_args()

    with open(options.words, "rb") as table:
        count = struct.unpack("<4sIII", table.read(16))[1]
        rows = {value: row for row, value in enumerate(struct.unpack(f"<{count}Q", table.read(8 * count)))}
    sets, senses, irregular = read_wordnet(options.wordnet)

    def row(word):
        return rows.get(fnv1a(word)) if single(word) else None

    base = list(range(count))
    # A regular form that is a word of its own stays one; an irregular one does not.
    for word in sorted(senses):
        if row(word) is None or not any(letter in "nv" for letter, _ in senses[word]):
            continue
        for form in forms(word):
            if form not in senses and row(form) is not None:
                base[row(form)] = row(word)
    for form, word in sorted(irregular.items()):
        if row(form) is not None and row(word) is not None and form != word:
            if not any(letter == "a" for letter, _ in senses.get(form, [])):
                base[row(form)] = row(word)

    opposites, synonyms = set(), set()

    def relate(pairs, left, right):
        left, right = row(left), row(right)
        if left is not None and right is not None:
            left, right = base[left], base[right]
            if left != right:
                pairs.add((min(left, right) << 16) | max(left, right))

    common = {(word, key) for word in senses for key in senses[word]}
    for (letter, offset), (kind, words, pointers) in sets.items():
        own = [word for word in words if (word, (letter, offset)) in common]
        for place, word in enumerate(own):
            for other in own[place + 1 :]:
                relate(synonyms, word, other)
        for symbol, target, part, places in pointers:
            if symbol == "!":
                other = sets["a" if part == "s" else part, target][1]
                relate(opposites, words[int(places[:2], 16) - 1], other[int(places[2:], 16) - 1])
            # An adjective like "soggy" is opposed to the opposite of the word that it is a kind of: "dry".
            if symbol == "&" and kind == "s":
                head = sets["a", target]
                for far_symbol, far, _, places in head[2]:
                    if far_symbol == "!":
                        for word in own:
                            relate(opposites, word, sets["a", far][1][int(places[2:], 16) - 1])
    # "plugged" and "unplugged": WordNet relates few of these.
    for word in sorted(senses):
        for prefix in ("un", "dis", "non"):
            for form in [prefix + word] + [prefix + form for form in forms(word)]:
                if len(word) > 3 and row(form) is not None:
                    relate(opposites, form, form[len(prefix) :])
    synonyms -= opposites
    with open(options.output, "wb") as output:
        output.write(struct.pack("<4sIII", b"BWR1", count, len(opposites), len(synonyms)))
        output.write(struct.pack(f"<{count}H", *base))
        if count % 2:
            output.write(b"\0\0")
        for pairs in (opposites, synonyms):
            output.write(struct.pack(f"<{len(pairs)}I", *sorted(pairs)))
    print(f"{sum(b != i for i, b in enumerate(base))} forms, {len(opposites)} opposites, {len(synonyms)} synonyms")


if __name__ == "__main__":
    main()
