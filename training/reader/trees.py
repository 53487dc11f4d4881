"""The best tree with one root, of scores of arcs: Chu-Liu and Edmonds."""

import numpy as np


def best_tree(scores):
    """scores [W, W+1], column 0 the root -> heads (-1 root). The greedy choice is nearly always a tree already."""
    n = scores.shape[0]
    full = np.full((n + 1, n + 1), -np.inf)
    full[1:, :] = scores
    np.fill_diagonal(full, -np.inf)
    heads = full.argmax(1)
    heads[0] = 0
    if not (_is_tree(heads) and (heads[1:] == 0).sum() == 1):
        heads = _one_root(full)
    return heads[1:] - 1


def _is_tree(heads):
    state = np.zeros(len(heads), int)
    state[0] = 2
    for i in range(1, len(heads)):
        path = []
        while state[i] == 0:
            state[i] = 1
            path.append(i)
            i = heads[i]
        if state[i] == 1:
            return False
        state[path] = 2
    return True


def _one_root(full):
    heads = _edmonds(full)
    roots = [i for i in range(1, len(heads)) if heads[i] == 0]
    if len(roots) == 1:
        return heads
    best, best_score = heads, -np.inf
    for root in roots:
        one = full.copy()
        one[1:, 0] = -np.inf
        one[root, :] = -np.inf
        one[root, 0] = full[root, 0]
        tree = _edmonds(one)
        score = sum(one[i, tree[i]] for i in range(1, len(tree)))
        if score > best_score:
            best, best_score = tree, score
    return best


def _edmonds(full):
    heads = full.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(heads), bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    at = len(outside)  # the cycle's node in the contracted graph
    small = np.full((at + 1, at + 1), -np.inf)
    small[:at, :at] = full[np.ix_(outside, outside)]
    small[:at, at] = full[np.ix_(outside, cycle)].max(1)
    leaving = cycle[full[np.ix_(outside, cycle)].argmax(1)]
    kept = full[cycle, heads[cycle]]
    gain = full[np.ix_(cycle, outside)] - kept[:, None]
    small[at, :at] = gain.max(0)
    entering = cycle[gain.argmax(0)]
    small[0, :] = -np.inf
    np.fill_diagonal(small, -np.inf)
    solved = _edmonds(small)
    for i, node in enumerate(outside):
        if i:
            heads[node] = leaving[i] if solved[i] == at else outside[solved[i]]
    heads[entering[solved[at]]] = outside[solved[at]]
    return heads


def _cycle(heads):
    state = np.zeros(len(heads), int)
    state[0] = -1
    for start in range(1, len(heads)):
        i = start
        while state[i] == 0:
            state[i] = start
            i = heads[i]
        if state[i] == start:
            cycle, j = [i], heads[i]
            while j != i:
                cycle.append(j)
                j = heads[j]
            return np.array(cycle)
        i = start
        while state[i] == start:
            state[i] = -1
            i = heads[i]
    return None
