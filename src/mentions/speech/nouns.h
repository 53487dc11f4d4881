// What a word is in a noun phrase that may name a speaker.
#pragma once

#include "mentions/mention.h"
#include "mentions/speech/sentence_words.h"

namespace sitrep {

// "close" of "close to the talks", "based" of "based on lists": hangs the next phrase on.
bool hangs_next(const SentenceWords& s, WordIndex i);

// Whether a word can stand inside a noun phrase.
bool nominal(const SentenceWords& s, WordIndex i);

// "al" of "Amir al Rahimi".
bool name_particle_between(const SentenceWords& s, WordIndex i);

// Words of role and rank are no part of a person's name.
bool is_office(const SentenceWords& s, WordIndex i);

// Words that make a capitalised name the name of a body: "Watch", "Ministry", "UN".
bool bodily(const SentenceWords& s, WordIndex i);

// What a noun of no list speaks as, by what it means or how it ends: "survey" is written, "ferryman" a
// person, "port" a body.
Voice voice_by_ending(std::string_view lower);

// "parties", "ministries": several bodies that speak with one voice.
bool of_several_bodies(const SentenceWords& s, WordIndex i);

// Whether a name is that of a known place.
bool is_place(const SentenceWords& s, WordIndex first, WordIndex last);

}  // namespace sitrep
