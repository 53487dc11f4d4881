// How names of places are compared: folded for equality, by sound for spellings that differ.
//
//   fold_place_name("Sana’a")         "sanaa"
//   fold_place_name("St. Pölten")     "saint polten"
//   place_sound("panjshir")           "pan$ir", and of "panchir", "panjsher" nearly the same
//   spelling_cost("hodeidah", "hudaydah")  0.45: how far apart two spellings of one name are; 1 a letter
//
// Romanisation is what differs most: vowels, h, k for q, sh for j, ou for u, the article Al-. All of it is
// for Latin letters; others are no part of a name here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep {

// Lower case without accents, apostrophes and stops; other marks are one space; "st", "mt", "ft" in full.
// Linear. Letters outside Latin are spaces.
std::string fold_place_name(std::string_view name);

// The name as it sounds, roughly: digraphs as one letter, the article Al- (El-, Ar-, As-, ez- ...) away.
// Takes a folded name.
std::string place_sound(std::string_view folded);

// The consonants of a sound, alike ones as one letter: what spellings of one name share. Shorter than two
// letters for names that have too few to tell them by.
std::string sound_skeleton(std::string_view sound);

// Between two sounds: 0 the same, 0.15 a vowel for another, 1 a consonant for another of no kinship. Stops
// counting, and gives more than `most`, where it gets that far. O(length of one * length of the other).
float spelling_cost(std::string_view sound, std::string_view other, float most);

// FNV-1a, folded to 32 bits: what the indices are sorted by.
std::uint32_t place_name_hash(std::string_view text);

}  // namespace sitrep
