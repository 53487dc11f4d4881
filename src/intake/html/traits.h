// Traits: what an element's tag, classes, id and schema.org property say of its content.
//
//   <div class="article__body">   body        <ul id="relatedPosts">   related
//
// Names are read word by word, whatever joins them ("related-posts", "relatedPosts", "related_posts"),
// by one table of words; no site's own names are in it.
#pragma once

#include <cstdint>

#include "intake/html/tree.h"

namespace sitrep::html {

using Traits = std::uint32_t;

namespace trait {
inline constexpr Traits body = 1U << 0;      // holds an article's text
inline constexpr Traits related = 1U << 1;   // teasers, promotion, advertising
inline constexpr Traits social = 1U << 2;    // sharing, following, newsletters
inline constexpr Traits comments = 1U << 3;  // what readers wrote
inline constexpr Traits chrome = 1U << 4;    // navigation, footers, forms, tools
inline constexpr Traits caption = 1U << 5;   // a picture's words
inline constexpr Traits byline = 1U << 6;    // who wrote it, and about them
inline constexpr Traits headline = 1U << 7;
inline constexpr Traits summary = 1U << 8;  // the line under the headline
inline constexpr Traits date = 1U << 9;
inline constexpr Traits pull = 1U << 10;    // a sentence of the text set large
inline constexpr Traits unseen = 1U << 11;  // for screen readers, or for print
inline constexpr Traits aside = 1U << 12;   // boxes beside the text
inline constexpr Traits tags = 1U << 13;    // subjects
inline constexpr Traits quoted = 1U << 14;  // <blockquote>
inline constexpr Traits item = 1U << 15;    // <li>
inline constexpr Traits table = 1U << 16;   // <table>
// What an article's text never is.
inline constexpr Traits outside = related | social | comments | chrome | byline | date | pull | unseen | tags;
}  // namespace trait

// Of the element itself; what it inherits is for the caller. O(bytes of its names).
Traits traits_of(const Tree& tree, NodeIndex element);

}  // namespace sitrep::html
