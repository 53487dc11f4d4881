// Whether a word is one of a short list.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string_view>

namespace sitrep {

// among(lemma, {"deny", "refute"})
inline bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Of an array or a container.
template <class Item, class List>
bool among(const Item& item, const List& list) {
  return std::find(std::begin(list), std::end(list), item) != std::end(list);
}

}  // namespace sitrep
