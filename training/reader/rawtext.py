"""Raw text of held-out documents, with the spans of its sentences and words; and the scores of another cutting of it."""

from .scores import f1, percent


def document(sentences):
    """(text, [(begin, end)] of sentences, [(begin, end, lemma)] of words): paragraphs are lines apart."""
    text, spans, words = "", [], []
    for s in sentences:
        if text:
            text += "\n\n" if s.meta.get("newpar") else " "
        begin = len(text)
        text += s.text
        spans.append((begin, len(text)))
        at = begin
        for word, lemma in zip(s.words, s.lemmas):
            found = text.find(word, at)
            if found < 0:  # a form that its surface doesn't spell
                continue
            at = found + len(word)
            words.append((found, at, lemma))
    return text, spans, words


def score(documents):
    """documents: [(gold sentences, gold words, read sentences, read words)], as `document` gives them."""
    hits = [0, 0]
    gold, have, same, aligned = [0, 0], [0, 0], 0, 0
    for sentences, words, read_sentences, read_words in documents:
        lemma = {(b, e): x for b, e, x in words}
        read_lemma = {(b, e): x for b, e, x in read_words}
        for i, (a, b) in enumerate(((set(sentences), set(read_sentences)), (set(lemma), set(read_lemma)))):
            hits[i], gold[i], have[i] = hits[i] + len(a & b), gold[i] + len(a), have[i] + len(b)
        both = lemma.keys() & read_lemma.keys()
        aligned += len(both)
        same += sum(lemma[k] == read_lemma[k] for k in both)
    return {
        "sentences": f1(hits[0], have[0], gold[0]), "words": f1(hits[1], have[1], gold[1]), "lemma": percent(same, aligned),
    }
