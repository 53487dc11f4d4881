// Every bound that outside data can run into, by name, with its reason. Past a bound the answer is
// a clear `over_limit` error or a `cut_at_limit` note, never a crash, a hang or a guess.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sitrep::limits {

// One report's bytes, unpacked. The longest news pages seen are 3 MB; the bound keeps one report,
// its tree and its text together under 500 MB.
inline constexpr std::size_t report_bytes_max = 16U << 20;

// What is read of a report's text. Past it the rest is kept (in the bytes received) but not read.
inline constexpr std::size_t text_bytes_max = 4U << 20;

// Bytes that one input may unpack to for each byte of it, past the first `unpacked_free_bytes`:
// real text packs 3 to 20 times, a bomb 1,000 times.
inline constexpr std::size_t unpack_ratio_max = 200;
inline constexpr std::size_t unpacked_free_bytes = 64U << 20;

// Elements open at once in a page or feed: pages made by people stay under 100; browsers stop at
// 512. HTML's rules look through all open elements at many tags, so depth times tags is time.
inline constexpr std::size_t markup_depth_max = 512;

// Tags and texts of one page. A page of 16 MB can hold millions of empty tags; each costs 300 bytes.
inline constexpr std::size_t markup_nodes_max = 1'000'000;

// Memory of a page's tree: formatting elements that are never closed are copied into each paragraph.
inline constexpr std::size_t markup_tree_bytes_max = 256U << 20;

// Formatting elements (<b>, <i>, <a> ...) that wait to be opened again in the next paragraph.
inline constexpr std::size_t markup_formatting_max = 64;

// Different names of tags and attributes of one page that HTML itself does not have.
inline constexpr std::size_t markup_names_max = 20'000;

// Attributes of one tag; pages made by people stay under 40.
inline constexpr std::size_t markup_attributes_max = 256;

// Containers open at once in JSON.
inline constexpr std::size_t json_depth_max = 128;

// One script of JSON-LD in a page; those of articles with their whole text stay under 200 kB.
inline constexpr std::size_t linked_data_bytes_max = 1U << 20;

// A header block of WARC or HTTP.
inline constexpr std::size_t header_bytes_max = 64U << 10;

// Metadata values (headline, outlet, author, address): longer ones are damage.
inline constexpr std::size_t metadata_value_bytes_max = 4096;

// Fetching an address that a person named.
inline constexpr std::size_t fetch_redirects_max = 5;
inline constexpr int fetch_seconds_max = 30;
inline constexpr std::size_t fetch_bytes_max = report_bytes_max;

// Claims of one report: a live blog of 600 paragraphs has some 2,000.
inline constexpr std::size_t claims_per_report_max = 20'000;

// Notes on doubtful words of one report: past these it is no text to be read word by word.
inline constexpr std::size_t doubts_per_report_max = 200;

// Phrases that fill the slots of one word of an event; a list of more names is cut off.
inline constexpr std::size_t claim_fillers_max = 64;

// Reports that were cut out of their files and not yet handed on, all threads together: so many
// bytes as received (a larger report goes alone), and so many reports. They keep all cores busy
// while a ledger commits, and memory from growing with the input.
inline constexpr std::size_t in_flight_bytes_max = report_bytes_max;
inline constexpr std::size_t in_flight_reports_max = 1024;

// A user's codebook; the one that ships has some 200 kB.
inline constexpr std::size_t codebook_bytes_max = 4U << 20;

// A language model's file; the one that ships has some 30 MB.
inline constexpr std::size_t model_bytes_max = 512U << 20;

// A gazetteer's file; the one that ships has some 30 MB.
inline constexpr std::size_t gazetteer_bytes_max = 256U << 20;

// A user's table of actors; ours has 2 MB.
inline constexpr std::size_t actor_table_bytes_max = 16U << 20;

// Tokens of one report that syntax is read for: some 2 seconds of one core, 60 pages of a book.
inline constexpr std::size_t read_tokens_max = 20'000;

// And sentences: those of a word or two cost as much as those of eight.
inline constexpr std::size_t read_sentences_max = 2'500;

// How long a writer waits for another writer of the same ledger.
inline constexpr int ledger_wait_ms = 30'000;

}  // namespace sitrep::limits
