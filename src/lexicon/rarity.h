// How much it tells that two texts share a word: nothing for "the", a lot for "Kamyshuvakha".
#pragma once

#include <string_view>

namespace sitrep {

// Of a word in lower case, from 0.5 to 6.5: seven less its Zipf frequency (the base-10 logarithm of its
// uses in a thousand million words, van Heuven and others 2014), from a table of the 25,000 commonest English
// words. Words outside the table, most names among them, get the most; numbers 4. So it does not depend on
// what else a ledger holds, as the inverse document frequency it stands in for would. O(log words).
double word_rarity(std::string_view lower_word);

}  // namespace sitrep
