"""Makes the table of how much each word tells of a sentence, by which routing models count words.

Sentences are encoded whole by the sentence encoder of word_vectors.py. The directions in which these vectors differ most are
kept, and a vector is learnt for each word of words.en.bin so that the sum over a sentence's words points where the whole
sentence does. The lengths are learnt with it, and only they are kept: words that say little of a sentence become short.

The table, little endian: "BTL1", words (u32), then a byte for each word in the order of words.en.bin: its length beside that
of words that tell much, which is 255.
"""
import argparse
import collections
import json
import lzma
import os
import random
import struct

import numpy
import word_vectors

DIMENSIONS = 96
SENTENCES = 50_000
EPOCHS = 5
BATCH = 512
RATE = 0.01
# So many of a sentence's words are left out while it is learnt, so that none relies on its neighbours.
LEFT_OUT = 0.1
# How much a word on its own counts beside a sentence.
SHARE_OF_WORDS = 0.03
# In so many of the sentences a word has half the length, to begin with, of one that stands in none.
HALF_LENGTH = 0.01
# The largest components are cut off, so that the others keep their digits: so many of them are not.
KEPT = 0.9999
# So many of the words are shorter than one that tells much.
SHORT = 0.6


def sentences(options):
    """What customers say and are asked, and what articles are headed."""
    found = {}
    for path in options.customers + [options.topics]:
        for row in word_vectors.rows(path):
            found[row["user_utterance"]] = found[row.get("question", "")] = True
    with lzma.open(options.articles, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            found.update(dict.fromkeys([article["title"], *article["headings"]], True))
    chosen = [sentence for sentence in found if sentence]
    random.Random(1).shuffle(chosen)
    return chosen[:SENTENCES]


def learn(texts, targets, words_alone):
    """A vector for each word; `texts` are the words of each sentence by their place."""
    import torch

    torch.manual_seed(1)
    torch.set_num_threads(1)
    draw = numpy.random.default_rng(1)
    counts = collections.Counter(word for text in texts for word in set(text))
    shares = numpy.array([counts[word] / len(texts) for word in range(len(words_alone))])
    start = words_alone / numpy.sqrt(1 + 3 * shares / HALF_LENGTH)[:, None]
    vectors = torch.nn.EmbeddingBag.from_pretrained(torch.tensor(start, dtype=torch.float32), freeze=False, mode="sum")
    samples = texts + [[word] for word in range(len(words_alone))]
    targets = torch.tensor(numpy.vstack([targets, words_alone]), dtype=torch.float32)
    weights = torch.tensor([1.0] * len(texts) + [SHARE_OF_WORDS] * len(words_alone))
    order = numpy.array([place for place, text in enumerate(samples) if text])
    optimizer = torch.optim.Adam(vectors.parameters(), lr=RATE)
    steps = EPOCHS * (len(order) // BATCH)
    step = 0
    for epoch in range(EPOCHS):
        draw.shuffle(order)
        total = 0.0
        for batch in numpy.split(order, range(BATCH, len(order), BATCH)):
            if len(batch) < BATCH:
                continue
            optimizer.param_groups[0]["lr"] = RATE * (1 - step / steps)
            step += 1
            said = []
            starts = []
            for place in batch:
                text = samples[place]
                kept = [word for word in text if len(text) <= 3 or draw.random() > LEFT_OUT]
                starts.append(len(said))
                said += kept or text
            sums = vectors(torch.tensor(said), torch.tensor(starts))
            cosines = torch.nn.functional.cosine_similarity(sums, targets[batch], eps=1e-6)
            loss = (weights[batch] * (1 - cosines)).sum() / weights[batch].sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += float(loss.detach())
        print(f"epoch {epoch + 1} of {EPOCHS}: 1 - cosine {total * EPOCHS / steps:.4f}", flush=True)
    return vectors.weight.detach().numpy()


def main():
    arguments = argparse.ArgumentParser(description="Makes the table of how much words tell of a sentence.")
    arguments.add_argument("--articles", required=True, help="articles.jsonl.xz")
    arguments.add_argument("--customers", action="append", default=[], help="what customers said (repeatable)")
    arguments.add_argument("--topics", required=True, help="questions of many topics with statements that answer them")
    arguments.add_argument("--words", required=True, help="words.en.bin, made from the same files")
    arguments.add_argument("--output", required=True, help="the table to write")
    options = arguments.parse_args()

    encoder, vocabulary = word_vectors.encoder()
    words = sorted(word_vectors.choose_words(vocabulary, options), key=word_vectors.fnv1a)
    with open(options.words, "rb") as table:
        content = table.read()
    hashes = numpy.array([word_vectors.fnv1a(word) for word in words], dtype="<u8")
    if content[16:].startswith(hashes.tobytes()) and struct.unpack_from("<I", content, 4) == (len(words),):
        print(f"encoding {len(words)} words and {SENTENCES} sentences", flush=True)
    else:
        raise SystemExit(f"{options.words} has other words: make it anew from the same files first")

    chosen = sentences(options)
    whole = encoder.encode(chosen, batch_size=128, convert_to_numpy=True, normalize_embeddings=True)
    alone = encoder.encode(words, batch_size=512, convert_to_numpy=True, normalize_embeddings=True)
    middle = whole.mean(axis=0)
    directions = numpy.linalg.svd(whole - middle, full_matrices=False)[2][:DIMENSIONS]
    # The sign of a direction is arbitrary: its largest component is made positive.
    directions *= numpy.sign(directions[range(DIMENSIONS), numpy.abs(directions).argmax(axis=1)])[:, None]

    def turned(vectors):
        vectors = (vectors - middle) @ directions.T
        return vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)

    places = {word: place for place, word in enumerate(words)}
    texts = [[places[word] for word in word_vectors.words_of(text.replace("'", "")) if word in places] for text in chosen]
    vectors = learn(texts, turned(whole), turned(alone))
    most = numpy.quantile(numpy.abs(vectors), KEPT)
    table = numpy.rint(numpy.clip(vectors / most, -1, 1) * 127).astype(numpy.int8)
    lengths = numpy.linalg.norm(table.astype(numpy.float64), axis=1)
    telling = numpy.minimum(1, lengths / numpy.quantile(lengths, SHORT))
    with open(options.output, "wb") as output:
        output.write(struct.pack("<4sI", b"BTL1", len(words)))
        output.write(numpy.rint(255 * telling).astype(numpy.uint8).tobytes())
    print(f"wrote {os.path.getsize(options.output)} bytes")


if __name__ == "__main__":
    main()
