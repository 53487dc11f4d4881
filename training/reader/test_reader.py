"""Tests of the parts that need no training: build/training/venv/bin/python -m unittest discover -s training -t training"""

import itertools
import random
import unittest

import numpy as np

from reader import container, damage, labels, lexicon, names
from reader.pieces import Pieces, shapes_of
from reader.scores import with_titles
from reader.sentence import Name, Sentence
from reader.sources import ewt
from reader.trees import best_tree
from reader.written import sentences


class Trees(unittest.TestCase):
    def test_best_of_all_trees(self):
        rng = np.random.default_rng(3)
        for size in (1, 2, 3, 4, 5):
            for _ in range(60):
                scores = rng.normal(size=(size, size + 1)) * 3
                got = best_tree(scores)
                self.assertEqual(sum(h == -1 for h in got), 1)
                value = sum(scores[i, h + 1] for i, h in enumerate(got))
                self.assertAlmostEqual(value, best_by_trying(scores))


def best_by_trying(scores):
    size, best = len(scores), -np.inf
    for heads in itertools.product(range(-1, size), repeat=size):
        if heads.count(-1) == 1 and all(reaches_root(heads, i) for i in range(size)):
            best = max(best, sum(scores[i, h + 1] for i, h in enumerate(heads)))
    return best


def reaches_root(heads, i):
    for _ in heads:
        if i == -1:
            return True
        i = heads[i]
    return i == -1


class Lemmas(unittest.TestCase):
    def test_scripts_lead_back(self):
        for word, lemma, script in (
            ("Villagers", "villager", "l|1|"), ("studied", "study", "l|3|y"), ("was", "be", "=be"), ("London", "London", "k|0|"),
            ("a", "a", "l|0|"), ("killed", "kill", "l|2|"),
        ):
            self.assertEqual(labels.lemma_script(word, lemma), script)
            self.assertEqual(labels.apply_script(word, script), lemma)


    def test_regular_forms_lead_back(self):
        s = Sentence("x", "", "", ["x"], lemmas=["hope"], upos=["VERB"])
        for lemma, upos, form, tag in (
            ("hope", "VERB", "hoping", "VBG"), ("hop", "VERB", "hopping", "VBG"), ("study", "VERB", "studies", "VBZ"),
            ("visit", "VERB", "visiting", "VBG"), ("die", "VERB", "dying", "VBG"), ("clash", "NOUN", "clashes", "NNS"),
            ("heavy", "ADJ", "heavier", "JJR"), ("free", "VERB", "freeing", "VBG"),
        ):
            s.lemmas, s.upos = [lemma], [upos]
            self.assertEqual(lexicon.regular([s])[form, tag], lemma)


class Names(unittest.TestCase):
    def refined(self, text, kind):
        words = text.split()
        return [(" ".join(words[b:e]), k and k[0]) for b, e, k in names.refine(words, 0, len(words), kind)]

    def test_titles_nations_and_armed_groups_come_apart(self):
        self.assertEqual(self.refined("President Hugo Chavez", "PER"), [("President", "TITLE"), ("Hugo Chavez", "PER")])
        self.assertEqual(
            self.refined("Israeli Prime Minister Peres", "PER"),
            [("Israeli", "GROUP"), ("Prime Minister", "TITLE"), ("Peres", "PER")],
        )
        self.assertEqual(self.refined("Lebanese Hezbollah", "ORG"), [("Lebanese", "GROUP"), ("Hezbollah", "ARMED")])
        self.assertEqual(self.refined("the Foreign Ministry", "ORG"), [("Foreign Ministry", "ORG")])
        self.assertEqual(self.refined("Third Brigade", "ORG"), [("Third Brigade", "ARMED")])

    def test_masks_leave_unknown_kinds_open(self):
        s = Sentence("x", "", "", ["Gen.", "Wazir", "left"], names=[Name(1, 2, ("PER",))], kinds_known=frozenset({"PER"}))
        first, second, _ = labels.name_masks(s)
        self.assertTrue(first >> labels.NAME_INDEX["S-TITLE"] & 1)
        self.assertFalse(first >> labels.NAME_INDEX["S-PER"] & 1)
        self.assertEqual(second, 1 << labels.NAME_INDEX["S-PER"])

    def test_title_joins_the_person_behind_it(self):
        self.assertEqual(with_titles([(0, 1, "TITLE"), (1, 3, "PER"), (4, 5, "TITLE")]), [(0, 3, "PER"), (4, 5, "TITLE")])


class Words(unittest.TestCase):
    def test_longest_pieces(self):
        pieces = Pieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "vill", "##age", "village", "##rs", "e", "'", "s"])
        self.assertEqual(pieces.of_word("Villagers"), (6, 7))
        self.assertEqual(pieces.of_word("É's"), (8, 9, 10))
        self.assertEqual(pieces.of_word("☃"), (1,))

    def test_case_of_capitals_is_unknown(self):
        self.assertEqual(shapes_of("The UN said 5 al-Qaeda".split()), [2, 3, 1, 5, 4])
        self.assertEqual(shapes_of("NINE KILLED IN 2 RAIDS".split()), [0, 0, 0, 0, 0])


class Damage(unittest.TestCase):
    def sentence(self):
        words = ["He", "left", '"', "Gaza", '"', "."]
        return Sentence(
            "x", "", "", words, xpos=list("abcdef"), upos=list("abcdef"), feats=["_"] * 6, lemmas=words[:], heads=[1, -1, 3, 1, 3, 1],
            rels=["x"] * 6, names=[Name(3, 4, ("PLACE",))], predicates=[],
        )

    def test_dropped_words_move_the_rest(self):
        cut = damage.dropped(self.sentence(), 2)
        self.assertEqual(cut.words, ["He", "left", "Gaza", '"', "."])
        self.assertEqual(cut.heads, [1, -1, 1, 2, 1])
        self.assertEqual(cut.names, [Name(2, 3, ("PLACE",))])
        self.assertIs(damage.dropped(self.sentence(), 3).words[3], "Gaza")

    def test_layers_keep_their_length(self):
        rng = random.Random(1)
        for _ in range(300):
            s = damage.copy(self.sentence(), rng)
            for layer in ("xpos", "upos", "feats", "lemmas", "heads", "rels"):
                self.assertEqual(len(getattr(s, layer)), len(s.words), layer)

    def test_hyphens_split_as_the_treebanks_do(self):
        s = Sentence("x", "", "", ["anti-tank", "al-Qaeda"], names=[Name(1, 2, ("ARMED",))])
        split = damage.split_hyphens(s)
        self.assertEqual(split.words, ["anti-tank", "al", "-", "Qaeda"])
        self.assertEqual(split.names, [Name(1, 4, ("ARMED",))])


class Written(unittest.TestCase):
    def test_names_lie_in_their_sentence_and_start_with_no_article(self):
        for s in sentences(400):
            for n in s.names:
                self.assertTrue(0 <= n.begin < n.end <= len(s.words))
                self.assertNotIn(s.words[n.begin], ("the", "The"))


class Roles(unittest.TestCase):
    def test_head_of_a_range_and_reduced_roles(self):
        self.assertEqual(ewt.head_of_range([1, -1, 3, 1], 2, 3), 3)
        self.assertIsNone(ewt.head_of_range([1, -1], 1, 5))
        self.assertEqual(ewt.reduce_role("ARGM-PNC"), "ARGM-PRP")
        self.assertEqual(ewt.reduce_role("R-ARG1"), "R-ARG1")
        self.assertIsNone(ewt.reduce_role("C-ARGM-TMP"))


class Container(unittest.TestCase):
    def test_comes_back_and_shows_damage(self):
        data = container.pack({"name": "x"}, {"a": b"123", "b": b"\0" * 100})
        header, blobs = container.unpack(data)
        self.assertEqual((header["name"], blobs["a"], len(blobs["b"])), ("x", b"123", 100))
        self.assertEqual(header["blobs"]["b"]["offset"] % 64, 0)
        with self.assertRaises(ValueError):
            container.unpack(data[:-1] + b"1")


if __name__ == "__main__":
    unittest.main()
