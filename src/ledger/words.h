// Full text: which words stand in which report and claim, in SQLite's FTS5.
//
//   search_expression("shells \"night market\" kalm* -oland")   ->  "shells" "night market" "kalm" * NOT
//   "oland"
//
// The index keeps no text of its own (contentless): it is made of reports and claims as they are stored, and
// `verify` makes it again and compares. Words are compared without letter case and accents.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "ledger/sqlite.h"
#include "record/json.h"
#include "record/record.h"

namespace sitrep {

// The two indexes: of documents (by documents.n; headline, text) and of claims (by claims.n).
inline constexpr const char* words_sql = R"sql(
CREATE VIRTUAL TABLE report_words USING fts5(headline, text, content='', columnsize=0,
  tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE claim_words USING fts5(words, content='', columnsize=0,
  tokenize='unicode61 remove_diacritics 2');
)sql";

// The words a claim is found by: its evidence, and the names of those in it, its places, type and source.
std::string words_of(const Claim& claim, std::string_view text);

// What people type as FTS5 takes it: words that must all be there, "phrases", begin* of words, OR between
// two, and
// - before what must not be there. Nothing typed can be an error: other marks separate words. Empty where no
// word is asked for.
std::string search_expression(std::string_view typed);

// How rows are put in: document, headline and text; claim and words.
inline constexpr const char* insert_report_words =
    "INSERT INTO report_words(rowid, headline, text) VALUES(?, ?, ?)";
inline constexpr const char* insert_claim_words = "INSERT INTO claim_words(rowid, words) VALUES(?, ?)";

// Goes through stored documents and gives what the index is made of.
class StoredWords {
 public:
  // `database` must outlive it.
  static Result<StoredWords> of(const Database& database);

  // The report of a row of `texts`, by its columns size and data; it lives until the next call.
  // damaged_ledger where it does not unpack or is none, bad_record where it does not read.
  Result<const Report*> report(std::int64_t size, std::string_view data);

  // The words of each claim of all readings of a document, whose report was given last. Claims that do not
  // read back are passed over; `verify` names them.
  Done each_claim(std::int64_t document,
                  const std::function<Done(std::int64_t claim, const std::string& words)>& take);

 private:
  const Database* database_ = nullptr;
  Statement claims_;
  RecordReader reader_;  // knows the report's text
  Report report_;
};

// Puts in all documents and claims that are stored; for a ledger of before the index. Part of a transaction.
Done index_all(const Database& database);

}  // namespace sitrep
