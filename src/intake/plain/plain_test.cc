// Plain text -> parts and metadata, as tables: a report, and its dump line (plain_dump_for_tests.h).
#include "intake/plain/plain.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "intake/plain/plain_dump_for_tests.h"

namespace sitrep {
namespace {

struct Row {
  std::string_view text;
  std::string_view dump;
};

template <std::size_t N>
void check(const Row (&rows)[N]) {
  for (const Row& row : rows) EXPECT_EQ(plain_dump(row.text), row.dump) << row.text;
}

// Dates, credits and captions around the headline.
const Row front_lines_rows[] = {
    {"2031-05-04\nNine dead as shells hit Kalmar market\n\nShells fell on Kalmar.\nMore fell later.",
     "boilerplate[2031-05-04] headline[Nine dead as shells hit Kalmar market] body[Shells fell on Kalmar.] "
     "body[More fell later.] | headline=Nine dead as shells hit Kalmar market published=2031-05-04"},
    {"date 2031-05-04 Northwire via Getty Images Nine dead as shells hit market (Photo of smoke by Ida Holm "
     "/ AP)\n\nShells fell on Kalmar.",
     "boilerplate[date 2031-05-04] credit[Northwire via Getty Images] headline[Nine dead as shells hit "
     "market] caption[(Photo of smoke by Ida Holm / AP)] body[Shells fell on Kalmar.] | headline=Nine dead "
     "as shells hit market published=2031-05-04 credit=Northwire credit=Getty Images"},
    {"4 May 2031 | Northwire | Nine dead as shells hit market\n\nShells fell on Kalmar.",
     "boilerplate[4 May 2031] boilerplate[|] credit[Northwire] boilerplate[|] headline[Nine dead as shells "
     "hit market] body[Shells fell on Kalmar.] | headline=Nine dead as shells hit market "
     "published=2031-05-04 credit=Northwire"},
    {"Nine dead as shells hit market | Northwire | 4 May 2031\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] boilerplate[|] credit[Northwire] boilerplate[|] boilerplate[4 "
     "May 2031] body[Shells fell on Kalmar.] | headline=Nine dead as shells hit market published=2031-05-04 "
     "credit=Northwire"},
    {"Nine dead as shells hit market\nPublished: 4 May 2031 14:05 GMT | Updated: 5 May 2031 08:00 "
     "GMT\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] boilerplate[Published: 4 May 2031 14:05 GMT] boilerplate[|] "
     "boilerplate[Updated: 5 May 2031 08:00 GMT] body[Shells fell on Kalmar.] | headline=Nine dead as shells "
     "hit market published=2031-05-04T14:05:00Z modified=2031-05-05T08:00:00Z"},
    {"Nine dead as shells hit market\nBy Ida Holm | May 4, 2031 2:05 pm\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] byline[By Ida Holm] boilerplate[|] boilerplate[May 4, 2031 "
     "2:05 pm] body[Shells fell on Kalmar.] | headline=Nine dead as shells hit market "
     "published=2031-05-04T14:05:00 byline=Ida Holm"},
    {"Nine dead as shells hit market\nSunday, 4th May 2031, 1405 GMT\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] boilerplate[Sunday, 4th May 2031, 1405 GMT] body[Shells fell "
     "on Kalmar.] | headline=Nine dead as shells hit market published=2031-05-04T14:05:00Z"},
    {"Nine dead as shells hit market\nLast updated on 27.05.2031\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] boilerplate[Last updated on 27.05.2031] body[Shells fell on "
     "Kalmar.] | headline=Nine dead as shells hit market modified=2031-05-27"},
    {"Nine dead as shells hit market\n04/05/2031\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] boilerplate[04/05/2031] body[Shells fell on Kalmar.] | "
     "headline=Nine dead as shells hit market"},
    {"Nine dead as shells hit market\nCouncil Press Service | Sunday, 4 May 2031, 08:30\n\nShells fell on "
     "Kalmar.",
     "headline[Nine dead as shells hit market] credit[Council Press Service] boilerplate[|] "
     "boilerplate[Sunday, 4 May 2031, 08:30] body[Shells fell on Kalmar.] | headline=Nine dead as shells hit "
     "market published=2031-05-04T08:30:00 credit=Council Press Service"},
    {"Nine dead as shells hit market\nHarbour Post, 4 May 2031\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] credit[Harbour Post] boilerplate[,] boilerplate[4 May 2031] "
     "body[Shells fell on Kalmar.] | headline=Nine dead as shells hit market published=2031-05-04 "
     "credit=Harbour Post"},
    {"Nine dead as shells hit market\nVisby, Gotland, 4 May 2031\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] boilerplate[Visby, Gotland] boilerplate[,] boilerplate[4 May "
     "2031] body[Shells fell on Kalmar.] | headline=Nine dead as shells hit market published=2031-05-04"},
    {"4 May 2031 was the day the shells fell on Kalmar.\n\nNine people died of them.",
     "body[4 May 2031 was the day the shells fell on Kalmar.] body[Nine people died of them.]"},
};

// Which first line is a headline.
const Row headlines_rows[] = {
    {"Shells fell on Kalmar on Monday.", "body[Shells fell on Kalmar on Monday.]"},
    {"Nine dead as shells hit market\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] body[Shells fell on Kalmar.] | headline=Nine dead as shells "
     "hit market"},
    {"World\n\nNine dead as shells hit market\n\nShells fell on Kalmar.",
     "boilerplate[World] headline[Nine dead as shells hit market] body[Shells fell on Kalmar.] | "
     "headline=Nine dead as shells hit market"},
    {"Nine dead as shells hit market\nMayor says three were children\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] subheadline[Mayor says three were children] body[Shells fell "
     "on Kalmar.] | headline=Nine dead as shells hit market"},
    {"Shells hit market in Kalmar.\n\nShells hit the night market in Kalmar late on Saturday, killing nine "
     "people.",
     "headline[Shells hit market in Kalmar.] body[Shells hit the night market in Kalmar late on Saturday, "
     "killing nine people.] | headline=Shells hit market in Kalmar"},
    {"Who shelled the market?\n\nNobody has said so.",
     "headline[Who shelled the market?] body[Nobody has said so.] | headline=Who shelled the market?"},
    {"The mayor said on Sunday that nine had died.\n\nShells fell on Kalmar.",
     "body[The mayor said on Sunday that nine had died.] body[Shells fell on Kalmar.]"},
    {"U.S. envoy leaves for Visby.\nBy Ida Holm\n\nThe envoy left.",
     "headline[U.S. envoy leaves for Visby.] byline[By Ida Holm] body[The envoy left.] | headline=U.S. envoy "
     "leaves for Visby byline=Ida Holm"},
    {"the shells fell at night\n\nNine died.", "body[the shells fell at night] body[Nine died.]"},
    {"According to the mayor:\n\nNine died.", "body[According to the mayor:] body[Nine died.]"},
    {"“We want peace”, says mayor\nBy Ida Holm\n\nShe said it twice.",
     "headline[“We want peace”, says mayor] byline[By Ida Holm] body[She said it twice.] | headline=“We want "
     "peace”, says mayor byline=Ida Holm"},
};

// Who issued a statement, and when: above its headline or in its last line.
const Row letterheads_rows[] = {
    {"Kalmar Sound Monitor\nStatement 14/2031\n5 May 2031\n\nWhat we can confirm so far\n\nTwelve were "
     "killed.",
     "boilerplate[Kalmar Sound Monitor] boilerplate[Statement 14/2031] boilerplate[5 May 2031] headline[What "
     "we can confirm so far] body[Twelve were killed.] | outlet=Kalmar Sound Monitor headline=What we can "
     "confirm so far published=2031-05-05"},
    {"BALTIC OBSERVER MISSION\nPress release BOM/31/22\nVisby, 7 May 2031\n\nMission ends its first "
     "inspection\n\nA team saw four craters.",
     "boilerplate[BALTIC OBSERVER MISSION] boilerplate[Press release BOM/31/22] boilerplate[Visby] "
     "boilerplate[,] boilerplate[7 May 2031] headline[Mission ends its first inspection] body[A team saw "
     "four craters.] | outlet=BALTIC OBSERVER MISSION headline=Mission ends its first inspection "
     "published=2031-05-07"},
    {"BRIGADE VOICE | the island speaks\n4 May 2031, 06:12\n\nSTATEMENT ON THE EVENTS IN KALMAR\n\nThe "
     "command denies it.",
     "boilerplate[BRIGADE VOICE | the island speaks] boilerplate[4 May 2031, 06:12] headline[STATEMENT ON "
     "THE EVENTS IN KALMAR] body[The command denies it.] | outlet=BRIGADE VOICE headline=STATEMENT ON THE "
     "EVENTS IN KALMAR published=2031-05-04T06:12:00"},
    {"FOR IMMEDIATE RELEASE\nCharity asks for word of four\n\nCoast Relief asks for word of its workers.",
     "boilerplate[FOR IMMEDIATE RELEASE] headline[Charity asks for word of four] body[Coast Relief asks for "
     "word of its workers.] | headline=Charity asks for word of four"},
    {"Statement on the shelling of Kalmar\n5 May 2031\n\nWe deny it.",
     "headline[Statement on the shelling of Kalmar] boilerplate[5 May 2031] body[We deny it.] | "
     "headline=Statement on the shelling of Kalmar published=2031-05-05"},
    {"Nine Dead In Kalmar\n4 May 2031\nMayor blames the brigade\n\nShells fell on Kalmar.",
     "headline[Nine Dead In Kalmar] boilerplate[4 May 2031] subheadline[Mayor blames the brigade] "
     "body[Shells fell on Kalmar.] | headline=Nine Dead In Kalmar published=2031-05-04"},
    {"To the people of Kalmar\n\nWe did this.\n\nWe will do it again.\n\nIssued on the Alvar, 7 May 2031",
     "headline[To the people of Kalmar] body[We did this.] body[We will do it again.] boilerplate[Issued on "
     "the Alvar, 7 May 2031] | headline=To the people of Kalmar published=2031-05-07"},
    {"The road is closed\n\nIt will open again.\n\nIssued on the Alvar on 7 May 2031",
     "headline[The road is closed] body[It will open again.] boilerplate[Issued on the Alvar on 7 May 2031] "
     "| headline=The road is closed published=2031-05-07"},
    {"The road is closed\n\nIt will open again.\n\nThe parish of Boston 7 May 2031",
     "headline[The road is closed] body[It will open again.] body[The parish of Boston 7 May 2031] | "
     "headline=The road is closed"},
    {"The road is closed\n\nIt will open again.\n\nThe mayor promised on 7 May 2031.",
     "headline[The road is closed] body[It will open again.] body[The mayor promised on 7 May 2031.] | "
     "headline=The road is closed"},
};

// Where a report was filed.
const Row datelines_rows[] = {
    {"KALMAR, May 4 (Northwire) - Shells fell.",
     "dateline[KALMAR, May 4 (Northwire) -] body[Shells fell.] | place=KALMAR agency=Northwire"},
    {"KALMAR, Sweden, May 4, 2031 (AP) — Shells fell.",
     "dateline[KALMAR, Sweden, May 4, 2031 (AP) —] body[Shells fell.] | place=KALMAR, Sweden date=2031-05-04 "
     "agency=AP"},
    {"KALMAR (Northwire) -- Shells fell.",
     "dateline[KALMAR (Northwire) --] body[Shells fell.] | place=KALMAR agency=Northwire"},
    {"KALMAR: Shells fell.", "dateline[KALMAR:] body[Shells fell.] | place=KALMAR"},
    {"KALMAR – Shells fell.", "dateline[KALMAR –] body[Shells fell.] | place=KALMAR"},
    {"KALMAR. – Shells fell.", "dateline[KALMAR. –] body[Shells fell.] | place=KALMAR"},
    {"May 4 (Reuters) - Shells fell.", "dateline[May 4 (Reuters) -] body[Shells fell.] | agency=Reuters"},
    {"MOSCOW, May 4. /TASS/. Shells fell.",
     "dateline[MOSCOW, May 4. /TASS/.] body[Shells fell.] | place=MOSCOW agency=TASS"},
    {"KALMAR (SWEDEN), 4 MAY 31 (RADIO SOUND) -- Shells fell.",
     "dateline[KALMAR (SWEDEN), 4 MAY 31 (RADIO SOUND) --] body[Shells fell.] | place=KALMAR (SWEDEN) "
     "date=2031-05-04 agency=RADIO SOUND"},
    {"AFP, Kalmar — Shells fell.", "dateline[AFP, Kalmar —] body[Shells fell.] | place=Kalmar agency=AFP"},
    {"ST. OLOFSHOLM, Gotland, 4 May (Coast News Agency) - Shells fell.",
     "dateline[ST. OLOFSHOLM, Gotland, 4 May (Coast News Agency) -] body[Shells fell.] | place=ST. "
     "OLOFSHOLM, Gotland agency=Coast News Agency"},
    {"FARJESTADEN/KALMAR, May 4 (Northwire) - \"Shells fell,\" he said.",
     "dateline[FARJESTADEN/KALMAR, May 4 (Northwire) -] body[\"Shells fell,\" he said.] | "
     "place=FARJESTADEN/KALMAR agency=Northwire"},
    {"Kalmar, Sweden — Shells fell.", "dateline[Kalmar, Sweden —] body[Shells fell.] | place=Kalmar, Sweden"},
    {"Shells fell on Kalmar - Nine died.", "body[Shells fell on Kalmar - Nine died.]"},
    {"EDITOR'S NOTE: Shells fell.", "body[EDITOR'S NOTE: Shells fell.]"},
    {"BREAKING - Shells fell.", "body[BREAKING - Shells fell.]"},
    {"KALMAR - where it all began.", "body[KALMAR - where it all began.]"},
    {"The mayor (Ida Holm) - she is 52 - spoke.", "body[The mayor (Ida Holm) - she is 52 - spoke.]"},
    {"Nine dead as shells hit market\n\nCorrects number of injured to 31.\n\nKALMAR, May 4 (Northwire) - "
     "Shells fell.",
     "headline[Nine dead as shells hit market] subheadline[Corrects number of injured to 31.] "
     "dateline[KALMAR, May 4 (Northwire) -] body[Shells fell.] | headline=Nine dead as shells hit market "
     "place=KALMAR agency=Northwire"},
    {"NATO: Shells fell.", "body[NATO: Shells fell.]"},
    {"Nine dead as shells hit market\n\nKALMAR, May 4 (Northwire) - Shells fell.\n\nNYBRO, May 4 (Northwire) "
     "- More fell.",
     "headline[Nine dead as shells hit market] dateline[KALMAR, May 4 (Northwire) -] body[Shells fell.] "
     "body[NYBRO, May 4 (Northwire) - More fell.] | headline=Nine dead as shells hit market place=KALMAR "
     "agency=Northwire"},
    {"KALMAR, 4 FEB 90 (RADIO SOUND) -- [TEXT] SHELLS FELL.",
     "dateline[KALMAR, 4 FEB 90 (RADIO SOUND) --] body[[TEXT] SHELLS FELL.] | place=KALMAR date=1990-02-04 "
     "agency=RADIO SOUND"},
    {"A CORRESPONDENT IN KALMAR - SHELLS FELL.", "body[A CORRESPONDENT IN KALMAR - SHELLS FELL.]"},
};

// Who wrote it, whose report it is.
const Row bylines_and_credits_rows[] = {
    {"Nine dead as shells hit market\nBy Ida Holm and Ola Berg, Northwire\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] byline[By Ida Holm and Ola Berg, Northwire] body[Shells fell "
     "on Kalmar.] | headline=Nine dead as shells hit market byline=Ida Holm byline=Ola Berg "
     "credit=Northwire"},
    {"Nine dead as shells hit market\nBY IDA HOLM AND OLA BERG\n\nSHELLS FELL ON KALMAR.",
     "headline[Nine dead as shells hit market] byline[BY IDA HOLM AND OLA BERG] body[SHELLS FELL ON KALMAR.] "
     "| headline=Nine dead as shells hit market byline=IDA HOLM byline=OLA BERG"},
    {"Nine dead as shells hit market\nBy Ida Holm, Staff Writer\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] byline[By Ida Holm, Staff Writer] body[Shells fell on "
     "Kalmar.] | headline=Nine dead as shells hit market byline=Ida Holm"},
    {"Nine dead as shells hit market\nBy Ida Holm, Opinion\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] byline[By Ida Holm, Opinion] body[Shells fell on Kalmar.] | "
     "headline=Nine dead as shells hit market byline=Ida Holm"},
    {"Nine dead as shells hit market\nBy Ida Holm, DW\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] byline[By Ida Holm, DW] body[Shells fell on Kalmar.] | "
     "headline=Nine dead as shells hit market byline=Ida Holm credit=DW"},
    {"Nine dead as shells hit market\nBy Ida Holm in Kalmar\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] byline[By Ida Holm in Kalmar] body[Shells fell on Kalmar.] | "
     "headline=Nine dead as shells hit market byline=Ida Holm"},
    {"Nine dead as shells hit market\nIda Holm, Northwire\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] byline[Ida Holm, Northwire] body[Shells fell on Kalmar.] | "
     "headline=Nine dead as shells hit market byline=Ida Holm credit=Northwire"},
    {"Nine dead as shells hit market\nBy Ida van den Berg | Northwire\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] byline[By Ida van den Berg] boilerplate[|] credit[Northwire] "
     "body[Shells fell on Kalmar.] | headline=Nine dead as shells hit market byline=Ida van den Berg "
     "credit=Northwire"},
    {"Nine dead as shells hit market\nReuters\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] credit[Reuters] body[Shells fell on Kalmar.] | headline=Nine "
     "dead as shells hit market credit=Reuters"},
    {"Nine dead as shells hit market\nSource: Northwire, AFP\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] credit[Source: Northwire, AFP] body[Shells fell on Kalmar.] | "
     "headline=Nine dead as shells hit market credit=Northwire credit=AFP"},
    {"Nine dead as shells hit market\n\nShells fell on Kalmar.\n\n(Reporting by Ida Holm in Kalmar; "
     "Additional reporting by Ola Berg; Editing by Eva Sund)",
     "headline[Nine dead as shells hit market] body[Shells fell on Kalmar.] credit[(Reporting by Ida Holm in "
     "Kalmar; Additional reporting by Ola Berg; Editing by Eva Sund)] | headline=Nine dead as shells hit "
     "market byline=Ida Holm byline=Ola Berg"},
    {"Nine dead as shells hit market\n\nBy the time the shells fell the band had gone.\n\nIt was late.",
     "headline[Nine dead as shells hit market] body[By the time the shells fell the band had gone.] body[It "
     "was late.] | headline=Nine dead as shells hit market"},
    {"AFP photographer killed in Kalmar\n\nShells fell on Kalmar.",
     "headline[AFP photographer killed in Kalmar] body[Shells fell on Kalmar.] | headline=AFP photographer "
     "killed in Kalmar"},
};

// Pictures' words and their credits.
const Row captions_rows[] = {
    {"Nine dead as shells hit market\n\nShoes on the square. (Photo: Ida Holm / AP)\n\nShells fell on "
     "Kalmar.",
     "headline[Nine dead as shells hit market] caption[Shoes on the square.] credit[(Photo: Ida Holm / AP)] "
     "body[Shells fell on Kalmar.] | headline=Nine dead as shells hit market credit=Ida Holm credit=AP"},
    {"Nine dead as shells hit market\n\nShells fell on Kalmar.\n\nSoldiers pass a burnt-out car. REUTERS/Ida "
     "Holm",
     "headline[Nine dead as shells hit market] body[Shells fell on Kalmar.] caption[Soldiers pass a "
     "burnt-out car.] credit[REUTERS/Ida Holm] | headline=Nine dead as shells hit market credit=REUTERS "
     "credit=Ida Holm"},
    {"Nine dead as shells hit market\n\nFILE PHOTO: Soldiers on the bridge\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] caption[FILE PHOTO: Soldiers on the bridge] body[Shells fell "
     "on Kalmar.] | headline=Nine dead as shells hit market"},
    {"Nine dead as shells hit market\n\nFILE - Soldiers on the bridge, May 1, 2031. (AP Photo/Ida "
     "Holm)\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] caption[FILE - Soldiers on the bridge, May 1, 2031.] "
     "credit[(AP Photo/Ida Holm)] body[Shells fell on Kalmar.] | headline=Nine dead as shells hit market "
     "credit=AP credit=Ida Holm"},
    {"Nine dead as shells hit market\n\n[Photo of the square at dawn]\n\nShells fell on Kalmar.",
     "headline[Nine dead as shells hit market] caption[[Photo of the square at dawn]] body[Shells fell on "
     "Kalmar.] | headline=Nine dead as shells hit market"},
    {"Nine dead as shells hit market\n\nShells fell on Kalmar.\n\nPhoto: Ida Holm/Northwire",
     "headline[Nine dead as shells hit market] body[Shells fell on Kalmar.] credit[Photo: Ida "
     "Holm/Northwire] | headline=Nine dead as shells hit market credit=Ida Holm credit=Northwire"},
    {"Nine dead as shells hit market\n\nShells fell on Kalmar, photographs of the square (by the mayor) "
     "show.",
     "headline[Nine dead as shells hit market] body[Shells fell on Kalmar, photographs of the square (by the "
     "mayor) show.] | headline=Nine dead as shells hit market"},
};

// Headings on lines of their own, and glued to sentences.
const Row crossheads_rows[] = {
    {"Nine dead\nBy Ida Holm\n\nShells fell on Kalmar.\n\nUnder the stage\n\nMany had crawled under the "
     "stage and stayed there.",
     "headline[Nine dead] byline[By Ida Holm] body[Shells fell on Kalmar.] crosshead[Under the stage] "
     "body[Many had crawled under the stage and stayed there.] | headline=Nine dead byline=Ida Holm"},
    {"Nine dead\nBy Ida Holm\n\nShells fell on Kalmar.\n\nWho fired?\n\nNeither side has said where its "
     "mortars were that night.",
     "headline[Nine dead] byline[By Ida Holm] body[Shells fell on Kalmar.] crosshead[Who fired?] "
     "body[Neither side has said where its mortars were that night.] | headline=Nine dead byline=Ida Holm"},
    {"Nine dead\nBy Ida Holm\n\nShells fell on Kalmar.\n\n“Ask them yourselves”\n\nThe Guard did not say "
     "where its mortars were.",
     "headline[Nine dead] byline[By Ida Holm] body[Shells fell on Kalmar.] crosshead[“Ask them yourselves”] "
     "body[The Guard did not say where its mortars were.] | headline=Nine dead byline=Ida Holm"},
    {"Nine dead\nBy Ida Holm\n\nShells fell on Kalmar.\n\nKalmar 2\nNybro 1\nVimmerby 0\n\nThe league goes "
     "on.",
     "headline[Nine dead] byline[By Ida Holm] body[Shells fell on Kalmar.] body[Kalmar 2] body[Nybro 1] "
     "body[Vimmerby 0] body[The league goes on.] | headline=Nine dead byline=Ida Holm"},
    {"He spoke on Monday. “We want peace” In recent weeks the brigade had sent men to the bridge.",
     "body[He spoke on Monday.] crosshead[“We want peace”] body[In recent weeks the brigade had sent men to "
     "the bridge.]"},
    {"He spoke on Monday. “We want peace,” said the mayor of Kalmar on Tuesday.",
     "body[He spoke on Monday. “We want peace,” said the mayor of Kalmar on Tuesday.]"},
    {"He spoke on Monday. “We want peace” The mayor said so on Tuesday.",
     "body[He spoke on Monday. “We want peace” The mayor said so on Tuesday.]"},
    {"He reads books. “Game of Thrones” is one of them.",
     "body[He reads books. “Game of Thrones” is one of them.]"},
    {"The truce is over. FIGHTING GOES ON The army crossed the bridge at dawn.",
     "body[The truce is over.] crosshead[FIGHTING GOES ON] body[The army crossed the bridge at dawn.]"},
    {"The truce is over. THE COUNCIL GUARD of Kalmar crossed the bridge at dawn.",
     "body[The truce is over. THE COUNCIL GUARD of Kalmar crossed the bridge at dawn.]"},
    {"The truce is over. Resist against the new masters In recent weeks hundreds of men were sent.",
     "body[The truce is over.] crosshead[Resist against the new masters] body[In recent weeks hundreds of "
     "men were sent.]"},
    {"She joined them. Doctors Without Borders in Kalmar treated ten of the wounded.",
     "body[She joined them. Doctors Without Borders in Kalmar treated ten of the wounded.]"},
    {"Chronicle of the week\nBy Ida Holm\n\nIt began at the market, where some six hundred people were "
     "eating and dancing that night. Then four bombs fell.\n\nMore came.\n\n4 May 2031\n\nDrones struck "
     "Borgholm at dawn and hit a bakery.",
     "headline[Chronicle of the week] byline[By Ida Holm] body[It began at the market, where some six "
     "hundred people were eating and dancing that night. Then four bombs fell.] body[More came.] crosshead[4 "
     "May 2031] body[Drones struck Borgholm at dawn and hit a bakery.] | headline=Chronicle of the week "
     "byline=Ida Holm"},
};

// Quotations that nothing closes, of every shape of mark.
const Row quotes_rows[] = {
    {"“We will not leave. He went away.",
     "body[“We will not leave. He went away.] | unclosed_quote=“We will not leave."},
    {"“We will not leave,” he said. “Never.",
     "body[“We will not leave,” he said. “Never.] | unclosed_quote=“Never."},
    {"\"We will not leave,\" he said. \"Never.",
     "body[\"We will not leave,\" he said. \"Never.] | unclosed_quote=\"Never."},
    {"“We will not leave.\n\n“We will never leave,” he said.",
     "body[“We will not leave.] body[“We will never leave,” he said.]"},
    {"“We will not leave ”, he said.", "body[“We will not leave ”, he said.]"},
    {"„We will not leave“, he said.", "body[„We will not leave“, he said.]"},
    {"«We will not leave», he said.", "body[«We will not leave», he said.]"},
    {"The gun is 12\" long, and the other 14\".", "body[The gun is 12\" long, and the other 14\".]"},
    {"He called it ''a lie'' twice.", "body[He called it ''a lie'' twice.]"},
    {"> We will not leave\n> the bridge.\n\nSo they wrote.",
     "quote[> We will not leave\n> the bridge.] body[So they wrote.]"},
};

// What belongs to the page or the wire.
const Row boilerplate_rows[] = {
    {"Nine dead as shells hit market\n\nAdvertisement\n\nShells fell on Kalmar.\n\nRead more: Ten islands to "
     "swim to",
     "headline[Nine dead as shells hit market] boilerplate[Advertisement] body[Shells fell on Kalmar.] "
     "boilerplate[Read more: Ten islands to swim to] | headline=Nine dead as shells hit market"},
    {"Nine dead as shells hit market\n\nShells fell on Kalmar.\n\nShare this story\n\n***\n\nMore fell "
     "later.",
     "headline[Nine dead as shells hit market] body[Shells fell on Kalmar.] boilerplate[Share this story] "
     "boilerplate[***] body[More fell later.] | headline=Nine dead as shells hit market"},
    {"URGENT\n\nKALMAR, May 4 (Northwire) - Shells fell.\n\nMORE",
     "boilerplate[URGENT] dateline[KALMAR, May 4 (Northwire) -] body[Shells fell.] boilerplate[MORE] | "
     "place=KALMAR agency=Northwire"},
    {"Nine dead as shells hit market\n\nShells fell on Kalmar.\n\nCopyright © 2031 Harbour Post. All rights "
     "reserved.",
     "headline[Nine dead as shells hit market] body[Shells fell on Kalmar.] boilerplate[Copyright © 2031 "
     "Harbour Post. All rights reserved.] | headline=Nine dead as shells hit market"},
    {"Nine dead as shells hit market\n\nShells fell on Kalmar.\n\nALSO READ | Ten islands to swim to\n\nMore "
     "fell later.",
     "headline[Nine dead as shells hit market] body[Shells fell on Kalmar.] boilerplate[ALSO READ | Ten "
     "islands to swim to] body[More fell later.] | headline=Nine dead as shells hit market"},
    {"Nine dead as shells hit market\n\nShells fell on Kalmar.\n\nRelated events in Borgholm cost five "
     "lives, the mayor said.",
     "headline[Nine dead as shells hit market] body[Shells fell on Kalmar.] body[Related events in Borgholm "
     "cost five lives, the mayor said.] | headline=Nine dead as shells hit market"},
};

// Ends of lines, hard wraps, capitals.
const Row paragraphs_rows[] = {
    {"Nine dead as shells hit market\r\n\r\nShells fell on Kalmar.\r\nMore fell later.\r\n",
     "headline[Nine dead as shells hit market] body[Shells fell on Kalmar.] body[More fell later.] | "
     "headline=Nine dead as shells hit market"},
    {"Nine dead as shells hit market\rShells fell on Kalmar.\rMore fell later.",
     "headline[Nine dead as shells hit market] body[Shells fell on Kalmar.] body[More fell later.] | "
     "headline=Nine dead as shells hit market"},
    {"Nine dead as shells hit market Shells fell on Kalmar.",
     "body[Nine dead as shells hit market Shells fell on Kalmar.]"},
    {"   KALMAR, May 4 (Northwire) - Mortar rounds fell on the night market of\nthe port of Kalmar late on "
     "Saturday, the mayor of the town said on Sunday,\nand nine people died of their wounds in the hours "
     "after.\n   A second attack followed in the early hours of the next day, and five\nmore died of it.\n",
     "dateline[KALMAR, May 4 (Northwire) -] body[Mortar rounds fell on the night market of\nthe port of "
     "Kalmar late on Saturday, the mayor of the town said on Sunday,\nand nine people died of their wounds "
     "in the hours after.] body[A second attack followed in the early hours of the next day, and five\nmore "
     "died of it.] | place=KALMAR agency=Northwire"},
    {"NINE DEAD AS SHELLS HIT MARKET\nKALMAR, MAY 4 (NORTHWIRE) - SHELLS FELL ON KALMAR. NINE DIED.\nMORE "
     "FELL LATER, THE MAYOR SAID.",
     "headline[NINE DEAD AS SHELLS HIT MARKET] dateline[KALMAR, MAY 4 (NORTHWIRE) -] body[SHELLS FELL ON "
     "KALMAR. NINE DIED.\nMORE FELL LATER, THE MAYOR SAID.] | headline=NINE DEAD AS SHELLS HIT MARKET "
     "place=KALMAR agency=NORTHWIRE"},
    {"\n\n \n", ""},
    {"x", "body[x]"},
};

TEST(Plain, FrontLines) { check(front_lines_rows); }
TEST(Plain, Headlines) { check(headlines_rows); }
TEST(Plain, Letterheads) { check(letterheads_rows); }
TEST(Plain, Datelines) { check(datelines_rows); }
TEST(Plain, BylinesAndCredits) { check(bylines_and_credits_rows); }
TEST(Plain, Captions) { check(captions_rows); }
TEST(Plain, Crossheads) { check(crossheads_rows); }
TEST(Plain, Quotes) { check(quotes_rows); }
TEST(Plain, Boilerplate) { check(boilerplate_rows); }
TEST(Plain, Paragraphs) { check(paragraphs_rows); }

// What a known headline changes: its repetition in the text is the headline's part, once.
TEST(Plain, HeadlineKnown) {
  Publication known;
  known.headline = "Nine dead as shells hit market";
  EXPECT_EQ(plain_dump(read_plain("Nine dead, as shells hit market!\n\nShells fell on Kalmar.", known)),
            "headline[Nine dead, as shells hit market!] body[Shells fell on Kalmar.] | "
            "headline=Nine dead as shells hit market");
  EXPECT_EQ(plain_dump(read_plain("KALMAR, May 4 (Northwire) - Shells fell.\n\nMore fell.", known)),
            "dateline[KALMAR, May 4 (Northwire) -] body[Shells fell.] body[More fell.] | "
            "headline=Nine dead as shells hit market place=KALMAR agency=Northwire");
}

// The year that a dateline leaves out is the nearest to the date of publication.
TEST(Plain, YearOfDateline) {
  for (auto [published, date] :
       {std::pair{Date::of(2031, 5, 4), "2031-05-03"}, std::pair{Date::of(2032, 1, 2), "2031-05-03"}}) {
    Publication known;
    known.published = DateTime{*published, {}, {}};
    auto content = read_plain("KALMAR, May 3 (Northwire) - Shells fell.", known);
    ASSERT_TRUE(content.publication.dateline && content.publication.dateline->date);
    EXPECT_EQ(content.publication.dateline->date->iso(), date);
  }
}

// Every value says which words it was read from.
TEST(Plain, BecausePointsAtTheWords) {
  auto content = read_plain(
      "2031-05-04 Northwire via Getty Images Nine dead as shells hit market\nBy Ida Holm\n\n"
      "KALMAR, May 4 (Northwire) - Shells fell on Kalmar.");
  auto words = [&content](std::string_view value) {
    std::string out;
    for (const Derivation& why : content.publication.because) {
      if (why.value != value) continue;
      for (Span span : why.spans) out += '[' + content.text.substr(span.begin, span.size()) + ']';
    }
    return out;
  };
  EXPECT_EQ(words("published"), "[2031-05-04]");
  EXPECT_EQ(words("credit"), "[Northwire][Getty Images]");
  EXPECT_EQ(words("headline"), "[Nine dead as shells hit market]");
  EXPECT_EQ(words("byline"), "[Ida Holm]");
  EXPECT_EQ(words("dateline"), "[May 4][KALMAR][May 4][Northwire]");
}

// Bylines and credits that a page's markup names tell whom they name.
TEST(Plain, PartsMarkedByTheFormat) {
  DocumentContent content;
  content.text = "By Ida Holm and Ola Berg\n\nPhoto: Eva Sund / AP\n\nShells fell on Kalmar.";
  content.parts = {{PartKind::byline, {0, 24}}, {PartKind::credit, {26, 46}}, {PartKind::body, {48, 70}}};
  refine_parts(content);
  EXPECT_EQ(plain_dump(content),
            "byline[By Ida Holm and Ola Berg] credit[Photo: Eva Sund / AP] body[Shells fell on Kalmar.] | "
            "byline=Ida Holm byline=Ola Berg credit=Eva Sund credit=AP");
}

}  // namespace
}  // namespace sitrep
