// The word lists that the splitters go by. All take lower case, without the stop.
#pragma once

#include <cstddef>
#include <string_view>

namespace sitrep {

// What stays joined to the word after its hyphen: "non-combatant".
bool is_joining_prefix(std::string_view lower);

// The same before a figure: "mid-1980s".
bool is_prefix_of_times(std::string_view lower);

// What follows the apostrophe of a clitic: 's, 'll, n't.
bool is_clitic(std::string_view lower);

// Letters after digits that are a word of their own: "5pm", "20km", "3bn".
bool is_unit(std::string_view lower);

// After a dot, what makes an address or a file's name of a word.
bool is_ending_of_names(std::string_view lower);

// Abbreviations that what they go with follows, so that they never end a sentence: "Gen.", "vs.".
bool is_title(std::string_view lower);

// Other abbreviations; these may end a sentence.
bool is_abbreviation(std::string_view lower);

// Abbreviations beside a number only ("Mar. 3", "No. 7"), words otherwise.
bool is_abbreviation_beside_numbers(std::string_view lower);

// Words that lost their beginning, after an apostrophe: 's, 'em.
bool is_cut_word(std::string_view lower);

// What the credit of a picture begins with: "Image: Ida Holm".
bool is_picture(std::string_view lower);

// Words that open a sentence after an abbreviation ("... in the U.S. The army ...") and seldom are
// a part of a name.
bool is_opener(std::string_view lower);

// Of a word that is read as two ("cannot", "didnt"), the byte where the second begins; 0 of others.
std::size_t second_word_of(std::string_view lower);

}  // namespace sitrep
