// A row is a text and its actors, in order of heads: words | kind, id or (label), country, CAMEO code, and
// what else is told of them.
#include "mentions/actor/actor_finder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "language/document_for_tests.h"
#include "language/language.h"

namespace sitrep {
namespace {

std::string dump_of(const Analysis& analysis, const ActorMention& m) {
  std::string out(analysis.text(m.span));
  out += fmt::format(" | {} {}", name_of(m.kind), m.id.empty() ? "(" + m.label + ")" : std::string(m.id));
  if (!m.codes.cameo.empty()) out += " " + m.codes.cameo;
  if (!m.role.empty()) out += " role=" + m.role;
  if (m.count)
    out += fmt::format(" {}{}", m.bound == Bound::exact ? "" : std::string(name_of(m.bound)) + " ", *m.count);
  if (m.modifier) out += " modifier";
  return out;
}

std::string dump(std::string text) {
  static const auto language = Language::english();
  Document document = document_of(std::move(text), "2024-05-06");
  Analysis analysis = (*language)->read(document);
  std::string out;
  for (const ActorMention& m :
       find_actors(analysis, *ActorLexicon::standard(), document.publication().published->date)) {
    if (m.pronoun) continue;
    if (!out.empty()) out += "; ";
    out += dump_of(analysis, m);
  }
  return out;
}

struct Row {
  const char* text;
  const char* actors;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.actors) << row.text;
}

TEST(Actors, crowds_and_their_counts) {
  check({
      {"Gunmen opened fire.", "Gunmen | political_militia (Gunmen) ---UAF"},
      {"At least 200 protesters were arrested.",
       "At least 200 protesters | protesters (protesters) ---CVL at_least 200"},
      {"More than a dozen soldiers died.",
       "More than a dozen soldiers | state_force (soldiers) ---MIL more_than 12"},
      {"Some 1,200 villagers fled.", "Some 1,200 villagers | civilians (villagers) ---CVL about 1200"},
      {"Two thousand miners went on strike.", "Two thousand miners | civilians (miners) ---CVL 2000"},
      {"About 40 gunmen attacked.", "About 40 gunmen | political_militia (gunmen) ---UAF about 40"},
      {"Up to 30 fighters were hiding.",
       "Up to 30 fighters | political_militia (fighters) ---UAF at_most 30"},
      {"Nearly 50 students vanished.", "Nearly 50 students | civilians (students) ---EDU about 50"},
      {"No fewer than six nurses were hurt.",
       "No fewer than six nurses | civilians (nurses) ---HLH at_least 6"},
      {"Hundreds of refugees crossed.", "refugees | civilians (refugees) ---REF"},
      {"Dozens of rebels surrendered.", "rebels | rebel_group (rebels) ---REB"},
      {"Several police officers were wounded.",
       "Several police officers | state_force (police officers) ---COP"},
      {"A crowd gathered.", "A crowd | protesters (crowd) ---CVL"},
      {"The mob burned a shop.", "The mob | rioters (mob) ---CVL"},
      {"Three women and a child were found.",
       "Three women | civilians (women) ---CVL 3; a child | civilians (child) ---CVL role=child"},
      {"Fewer than ten rioters remained.", "Fewer than ten rioters | rioters (rioters) ---CVL less_than 10"},
      {"The wounded were carried away.", "The wounded | civilians (wounded) ---CVL"},
      {"Families of the missing waited.",
       "Families of the missing | civilians (Families of the missing) ---CVL; the missing | civilians "
       "(missing) ---CVL"},
      {"Children wept.", "Children | civilians (Children) ---CVL"},
      {"Thousands of people marched.", "people | civilians (people) ---CVL"},
      {"The population suffered.", "The population | civilians (population) ---CVL"},
      {"An elderly man was beaten.", "An elderly man | civilians (elderly man) ---CVL role=elderly man"},
      {"Six members of one family died.",
       "Six members of one family | unknown (members of one family) 6; one family | civilians (family) "
       "---CVL 1"},
  });
}

TEST(Actors, nouns_for_people) {
  check({
      {"A suicide bomber struck the market.",
       "A suicide bomber | political_militia (suicide bomber) ---UAF role=suicide bomber"},
      {"Bandits robbed the bus.", "Bandits | political_militia (Bandits) ---CRM"},
      {"Herders fled.", "Herders | civilians (Herders) ---CVL"},
      {"Fishermen found the boat.", "Fishermen | civilians (Fishermen) ---AGR"},
      {"Doctors treated the victims.",
       "Doctors | civilians (Doctors) ---HLH; the victims | civilians (victims) ---CVL"},
      {"A teacher was abducted.", "A teacher | civilians (teacher) ---EDU role=teacher"},
      {"Journalists were detained.", "Journalists | media (Journalists) ---MED"},
      {"An aid worker was shot.", "An aid worker | civilians (aid worker) NGO role=aid worker"},
      {"Peacekeepers withdrew.", "Peacekeepers | external_force (Peacekeepers) IGOMIL"},
      {"A cleric called for calm.", "A cleric | civilians (cleric) ---REL role=cleric"},
      {"The pilot ejected.", "The pilot | state_force (pilot) ---MIL role=pilot"},
      {"Snipers fired at mourners.",
       "Snipers | state_force (Snipers) ---MIL; mourners | civilians (mourners) ---CVL"},
      {"A prosecutor was killed.", "A prosecutor | government (prosecutor) ---JUD role=prosecutor"},
      {"Lawmakers rejected the bill.", "Lawmakers | government (Lawmakers) ---LEG"},
      {"The ambassador left.", "The ambassador | government (ambassador) ---GOV role=ambassador"},
      {"Mercenaries guarded the mine.", "Mercenaries | external_force (Mercenaries) ---MIL"},
      {"The company denied it.", "The company | company (company) ---BUS"},
      {"A farmer heard shots.", "A farmer | civilians (farmer) ---AGR role=farmer"},
      {"The union called a strike.", "The union | civilians (union) ---LAB"},
      {"Smugglers left the migrants.",
       "Smugglers | political_militia (Smugglers) ---CRM; the migrants | civilians (migrants) ---REF"},
      {"Local residents protested.", "Local residents | civilians (Local residents) ---CVL"},
      {"Trade unionists met.", "Trade unionists | civilians (Trade unionists) ---LAB"},
      {"The judge resigned.", "The judge | government (judge) ---JUD role=judge"},
      {"Cattle raiders attacked.", "Cattle raiders | political_militia (Cattle raiders) ---CRM"},
      {"The opposition leader was jailed.",
       "The opposition leader | party (opposition leader) ---OPP role=opposition leader"},
      {"Opposition parties boycotted the vote.", "Opposition parties | party (Opposition parties) ---OPP"},
      {"An ex-soldier confessed.", "An ex-soldier | state_force (ex-soldier) ---MIL role=soldier"},
      {"Former rebels joined.", "Former rebels | rebel_group (Former rebels) ---REB"},
      {"The hostages were freed.", "The hostages | civilians (hostages) ---CVL"},
  });
}

TEST(Actors, bodies_of_states) {
  check({
      {"Afghan police found the body.", "Afghan police | state_force gov:AFG/police AFGCOP"},
      {"Malian soldiers attacked.", "Malian soldiers | state_force gov:MLI/army MLIMIL"},
      {"The Ukrainian air force said so.", "The Ukrainian air force | state_force gov:UKR/airforce UKRMIL"},
      {"Ukraine's air force said so.", "Ukraine's air force | state_force gov:UKR/airforce UKRMIL"},
      {"The Nigerian army denied it.", "The Nigerian army | state_force gov:NGA/army NGAMIL"},
      {"Nigeria's army denied it.", "Nigeria's army | state_force gov:NGA/army NGAMIL"},
      {"Kenyan police fired tear gas.", "Kenyan police | state_force gov:KEN/police KENCOP"},
      {"French troops left.", "French troops | state_force gov:FRA/army FRAMIL"},
      {"Russian forces advanced.", "Russian forces | state_force gov:RUS/army RUSMIL"},
      {"Syrian government forces shelled the town.",
       "Syrian government forces | state_force gov:SYR/army SYRMIL"},
      {"The Colombian government agreed.", "The Colombian government | government gov:COL COLGOV"},
      {"Egypt's foreign ministry protested.", "Egypt's foreign ministry | government gov:EGY/mfa EGYGOV"},
      {"The Egyptian Foreign Ministry protested.",
       "The Egyptian Foreign Ministry | government gov:EGY/mfa EGYGOV"},
      {"Russia's defence ministry claimed it.",
       "Russia's defence ministry | government gov:RUS/mod RUSGOVMIL"},
      {"The Israeli military struck.", "The Israeli military | state_force gov:ISR/army ISRMIL"},
      {"Israeli soldiers entered.", "Israeli soldiers | state_force gov:ISR/army ISRMIL"},
      {"The IDF struck.", "The IDF | state_force gov:ISR/army ISRMIL"},
      {"Iranian officials denied it.", "Iranian officials | government (Iranian officials) IRNGOV"},
      {"The Polish parliament voted.", "The Polish parliament | government gov:POL/parliament POLLEG"},
      {"Turkey's parliament voted.", "Turkey's parliament | government gov:TUR/parliament TURLEG"},
      {"The Philippine coast guard said so.", "The Philippine coast guard | state_force gov:PHL/navy PHLMIL"},
      {"The Iraqi army and the Iraqi police advanced.",
       "The Iraqi army | state_force gov:IRQ/army IRQMIL; the Iraqi police | state_force gov:IRQ/police "
       "IRQCOP"},
      {"Ethiopian troops and Eritrean soldiers fought.",
       "Ethiopian troops | state_force gov:ETH/army ETHMIL; Eritrean soldiers | state_force gov:ERI/army "
       "ERIMIL"},
      {"A Bangladeshi court sentenced him.", "A Bangladeshi court | government (Bangladeshi court) BGDJUD"},
      {"The Palestinian health ministry gave a number.",
       "The Palestinian health ministry | government gov:PSE/moh PSEGOVHLH"},
      {"The Pentagon confirmed it.", "The Pentagon | government gov:USA/mod USAGOVMIL"},
      {"The State Department confirmed it.", "The State Department | government gov:USA/mfa USAGOV"},
      {"U.S. forces fired.", "U.S. forces | state_force gov:USA/army USAMIL"},
      {"Myanmar's junta lost ground.", "Myanmar's junta | government gov:MMR MMRGOV"},
      {"The Swedish navy followed the ship.", "The Swedish navy | state_force gov:SWE/navy SWEMIL"},
      {"Haitian police fled.", "Haitian police | state_force gov:HTI/police HTICOP"},
  });
}

TEST(Actors, states_that_act) {
  check({
      {"Russia attacked Ukraine.", "Russia | government gov:RUS RUS; Ukraine | government gov:UKR UKR"},
      {"Moscow said it was ready.", "Moscow | government gov:RUS RUS"},
      {"Kyiv accused Moscow.", "Kyiv | government gov:UKR UKR; Moscow | government gov:RUS RUS"},
      {"Washington urged restraint.", "Washington | government gov:USA USA"},
      {"The White House declined to comment.", "The White House | government gov:USA USA"},
      {"The Kremlin denied it.", "The Kremlin | government gov:RUS RUS"},
      {"Troops entered Kabul.", "Troops | state_force (Troops) ---MIL"},
      {"He flew from Cairo to Riyadh.", ""},
      {"Iran and Israel traded threats.", "Iran | government gov:IRN IRN; Israel | government gov:ISR ISR"},
      {"The attack on Israel was condemned.", "Israel | government gov:ISR ISR"},
      {"Talks between India and Pakistan failed.",
       "India | government gov:IND IND; Pakistan | government gov:PAK PAK"},
      {"Aid to Ukraine was delayed.", "Ukraine | government gov:UKR UKR"},
      {"Beijing sanctioned the firm.", "Beijing | government gov:CHN CHN; the firm | company (firm) ---BUS"},
      {"Beijing was covered in smog.", ""},
      {"Japan summoned the ambassador.",
       "Japan | government gov:JPN JPN; the ambassador | government (ambassador) ---GOV role=ambassador"},
      {"Stockholm thanked Ankara.", "Stockholm | government gov:SWE SWE"},
      {"An Israeli air strike hit the camp.", "Israeli | government gov:ISR ISR modifier"},
      {"Russian shelling killed two.", "Russian | government gov:RUS RUS modifier"},
      {"A Saudi proposal was rejected.", "Saudi | government gov:SAU SAU modifier"},
      {"The US-backed group withdrew.", "The US-backed group | unknown (US-backed group)"},
      {"A drone hit Moscow.", ""},
      {"The people of Sudan suffer.", "The people of Sudan | civilians (people of Sudan) SDNCVL"},
      {"Syrians fled.", "Syrians | civilians (Syrians) SYR"},
      {"Palestinians protested.", "Palestinians | civilians (Palestinians) PSE"},
  });
}

TEST(Actors, armed_groups) {
  check({
      {"Hamas fired rockets.", "Hamas | rebel_group org:hamas PSEREBHMS"},
      {"Boko Haram raided the village.", "Boko Haram | rebel_group org:boko-haram NGAREBBKH"},
      {"The Taliban denied it.", "The Taliban | government org:taliban AFGGOV"},
      {"Taliban fighters entered.", "Taliban fighters | government org:taliban AFGGOV"},
      {"Houthi rebels seized a ship.", "Houthi rebels | rebel_group org:houthis YEMREBHOU"},
      {"Al-Shabaab claimed the attack.", "Al-Shabaab | rebel_group org:al-shabaab SOMREBSHB"},
      {"Islamic State militants fled.", "Islamic State militants | rebel_group org:isis IMGMUSISI"},
      {"The Rapid Support Forces took the town.", "The Rapid Support Forces | rebel_group org:rsf SDNREB"},
      {"The RSF took the town.", "The RSF | rebel_group org:rsf SDNREB"},
      {"Hezbollah commander Ali Nasser was killed.",
       "Hezbollah commander Ali Nasser | rebel_group (Ali Nasser) LBNREBHEZ role=commander"},
      {"The Lord's Resistance Army attacked.", "The Lord's Resistance Army | rebel_group org:lra UGAREBLRA"},
      {"The Karen National Liberation Army attacked.",
       "The Karen National Liberation Army | rebel_group org:knla MMRREB"},
      {"FARC dissidents attacked.", "FARC dissidents | rebel_group org:farc-dissidents COLREB"},
      {"The ELN freed a soldier.",
       "The ELN | rebel_group org:eln COLREBELN; a soldier | state_force (soldier) ---MIL role=soldier"},
      {"Members of the resistance fled.",
       "Members of the resistance | rebel_group (Members of the resistance) ---REB; the resistance | "
       "rebel_group (resistance) ---REB"},
      {"The River Brigade attacked.", "The River Brigade | rebel_group (River Brigade) ---REB"},
      {"The National Front for Oland (FNO) attacked. The FNO fled.",
       "The National Front for Oland | rebel_group (National Front for Oland) ---REB; FNO | rebel_group "
       "(National Front for Oland) ---REB; The FNO | rebel_group (National Front for Oland) ---REB"},
      {"Members of the Oland Resistance Front (FRO) left. A spokesman for the FRO spoke.",
       "Members of the Oland Resistance Front | rebel_group (Oland Resistance Front) ---REB; the Oland "
       "Resistance Front | rebel_group (Oland Resistance Front) ---REB; FRO | rebel_group (Oland Resistance "
       "Front) ---REB; A spokesman for the FRO | rebel_group (spokesman for the FRO) ---REB role=spokesman; "
       "the FRO | rebel_group (Oland Resistance Front) ---REB"},
      {"Fighters of the Tuva Liberation Army fell.",
       "Fighters of the Tuva Liberation Army | rebel_group (Tuva Liberation Army) ---REB; the Tuva "
       "Liberation Army | rebel_group (Tuva Liberation Army) ---REB"},
      {"Separatists of the Oland Front shot him.",
       "Separatists of the Oland Front | rebel_group (Oland Front) ---REB; the Oland Front | rebel_group "
       "(Oland Front) ---REB"},
      {"Wagner mercenaries left.", "Wagner mercenaries | external_force org:wagner RUSMIL"},
      {"The Kurdistan Workers' Party disbanded.",
       "The Kurdistan Workers' Party | rebel_group org:pkk TURREBPKK"},
      {"The PKK disbanded.", "The PKK | rebel_group org:pkk TURREBPKK"},
      {"New People's Army rebels attacked.", "New People's Army rebels | rebel_group org:npa PHLREB"},
  });
}

TEST(Actors, people_and_offices) {
  check({
      {"Mayor Ida Holm spoke.", "Mayor Ida Holm | government (Ida Holm) ---GOV role=mayor"},
      {"President Volodymyr Zelensky spoke.",
       "President Volodymyr Zelensky | government person:volodymyr-zelensky UKRGOV role=president"},
      {"Zelensky spoke.", "Zelensky | government person:volodymyr-zelensky UKRGOV role=president"},
      {"Ukrainian President Volodymyr Zelensky spoke.",
       "Ukrainian President Volodymyr Zelensky | government person:volodymyr-zelensky UKRGOV role=president"},
      {"Defence Minister Ola Berg resigned.",
       "Defence Minister Ola Berg | government (Ola Berg) ---GOV role=defence minister"},
      {"Colonel Lars Ek fell.", "Colonel Lars Ek | state_force (Lars Ek) ---MIL role=colonel"},
      {"Rebel commander Lars Ek fell.",
       "Rebel commander Lars Ek | rebel_group (Lars Ek) ---REB role=rebel commander"},
      {"Lars Ek, a rebel commander, fell.",
       "Lars Ek | rebel_group (Lars Ek) ---REB role=rebel commander; a rebel commander | rebel_group (Lars "
       "Ek) ---REB role=rebel commander"},
      {"The mayor, Ida Holm, spoke.",
       "The mayor | government (Ida Holm) ---GOV role=mayor; Ida Holm | government (Ida Holm) ---GOV "
       "role=mayor"},
      {"Sheikh Hasina fled.", "Sheikh Hasina | government person:sheikh-hasina BGDGOV role=prime minister"},
      {"Hamid Karzai spoke.", "Hamid Karzai | civilians person:hamid-karzai AFGELI"},
      {"Antony Blinken arrived.",
       "Antony Blinken | government person:antony-blinken USAGOV role=secretary of state"},
      {"Marco Rubio arrived.", "Marco Rubio | civilians person:marco-rubio USAELI"},
      {"UN Secretary-General António Guterres spoke.",
       "UN Secretary-General António Guterres | international_body person:antonio-guterres IGOUNO "
       "role=secretary-general"},
      {"Taliban spokesman Zabihullah Mujahid spoke.",
       "Taliban spokesman Zabihullah Mujahid | government person:zabihullah-mujahid AFGGOV role=spokesman"},
      {"The spokesman for the defence ministry spoke.",
       "The spokesman for the defence ministry | government (spokesman for the defence ministry) ---GOV "
       "role=spokesman; the defence ministry | government (defence ministry) ---GOV"},
      {"A spokesman for the Nigerian army spoke.",
       "A spokesman for the Nigerian army | state_force (spokesman for the Nigerian army) NGAMIL "
       "role=spokesman; the Nigerian army | state_force gov:NGA/army NGAMIL"},
      {"The army's spokesman spoke.",
       "The army | state_force (army) ---MIL; The army's spokesman | state_force (spokesman) ---MIL "
       "role=spokesman"},
      {"Police chief Maria Lund resigned.",
       "Police chief Maria Lund | state_force (Maria Lund) ---COP role=police chief"},
      {"Kofi Annan died.", "Kofi Annan | international_body person:kofi-annan IGOUNO"},
      {"Yevgeny Prigozhin led the revolt.",
       "Yevgeny Prigozhin | external_force person:yevgeny-prigozhin RUSMIL"},
      {"The governor of Kharkiv region spoke.",
       "The governor of Kharkiv region | government (governor of Kharkiv region) ---GOV role=governor"},
  });
}

TEST(Actors, bodies_of_the_world_and_the_press) {
  check({
      {"The UN warned of famine.", "The UN | international_body org:un IGOUNO"},
      {"The Security Council met.",
       "The Security Council | international_body org:un-security-council IGOUNOSEC"},
      {"NATO troops left.", "NATO troops | external_force org:nato IGOWSTNATMIL"},
      {"The European Union agreed.", "The European Union | international_body org:eu IGOEUREEC"},
      {"The African Union sent observers.",
       "The African Union | international_body org:african-union IGOAFRAFU; observers | external_force "
       "(observers) IGOMIL"},
      {"ECOWAS lifted the sanctions.", "ECOWAS | international_body org:ecowas IGOWAFWAS"},
      {"The Red Cross helped.", "The Red Cross | international_body org:icrc NGOIRC"},
      {"Human Rights Watch condemned it.",
       "Human Rights Watch | international_body org:human-rights-watch NGOHRW"},
      {"Doctors Without Borders left.", "Doctors Without Borders | international_body org:msf NGOHLH"},
      {"UNICEF said so.", "UNICEF | international_body org:unicef IGOUNOKID"},
      {"Reuters reported it.", "Reuters | media org:reuters GBRMED"},
      {"The BBC reported it.", "The BBC | media org:bbc GBRMED"},
      {"State television reported it.", "State television | media (State television) ---MED"},
      {"The Northwind Times reported it.", "The Northwind Times | media (Northwind Times) ---MED"},
  });
}

TEST(Actors, who_is_meant_again) {
  check({
      {"Ida Holm is the mayor. She spoke.",
       "Ida Holm | government (Ida Holm) ---GOV role=mayor; the mayor | government (mayor) ---GOV "
       "role=mayor"},
      {"Lars Ek led the Oland Front. He fled.",
       "Lars Ek | unknown (Lars Ek); the Oland Front | rebel_group (Oland Front) ---REB"},
      {"Hamas denied it. Its fighters left.",
       "Hamas | rebel_group org:hamas PSEREBHMS; Its fighters | rebel_group org:hamas PSEREBHMS"},
      {"The River Brigade attacked. The brigade fled.",
       "The River Brigade | rebel_group (River Brigade) ---REB; The brigade | rebel_group (River Brigade) "
       "---REB"},
      {"The minister, Ola Berg, spoke. Berg left.",
       "The minister | government (Ola Berg) ---GOV role=minister; Ola Berg | government (Ola Berg) ---GOV "
       "role=minister; Berg | government (Ola Berg) ---GOV role=minister"},
      {"The army advanced. Its soldiers looted.",
       "The army | state_force (army) ---MIL; Its soldiers | state_force (soldiers) ---MIL"},
  });
}

TEST(Actors, no_actors) {
  check({
      {"Rockets hit the bridge.", ""},
      {"The meeting was held in Geneva.", ""},
      {"The Iranian economy shrank.", ""},
      {"Two were killed.", ""},
      {"He was named president.", ""},
      {"The front line moved.", ""},
      {"Prices rose on Monday.", ""},
  });
}

TEST(Actors, without_a_model_names_of_the_lexicon_and_nouns_are_found) {
  Document document =
      document_of("Taliban fighters killed nine villagers, the Afghan police said. Ida Holm left.");
  Analysis analysis(document);
  std::string out;
  for (const ActorMention& m : find_actors(analysis, *ActorLexicon::standard(), {}))
    out += dump_of(analysis, m) + "; ";
  EXPECT_EQ(out,
            "Taliban fighters | government org:taliban AFGGOV; nine villagers | civilians (villagers) ---CVL "
            "9; the Afghan police | state_force "
            "gov:AFG/police AFGCOP; ");
}

TEST(Actors, look_ups_by_token) {
  Document document = document_of("Members of the resistance fled.", "2024-05-06");
  Analysis analysis = (*Language::english())->read(document);
  auto found = find_actors(analysis, *ActorLexicon::standard(), {});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(actor_at(found, 0), &found[0]);
  EXPECT_EQ(actor_at(found, 1), nullptr);
  EXPECT_EQ(actor_at(found, 3), &found[1]);
  EXPECT_EQ(actor_around(found, 1), &found[0]);
  EXPECT_EQ(actor_around(found, 2), &found[1]);
  EXPECT_EQ(actor_around(found, 4), nullptr);
}

TEST(Actors, pronouns_are_who_they_mean) {
  Document document = document_of("Hamas denied it. It attacked again.", "2024-05-06");
  Analysis analysis = (*Language::english())->read(document);
  auto found = find_actors(analysis, *ActorLexicon::standard(), {});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[1].pronoun);
  EXPECT_EQ(found[1].id, "org:hamas");
  EXPECT_EQ(found[1].entity, found[0].entity);
}

TEST(Actors, of_a_user_are_found) {
  std::string table =
      "#id\tname\taliases\tkind\tcountry\tparent\tside\trole\tstart\tend\tcameo\tplover\tacled\tinter\tucdp\n"
      "org:river-brigade\tRiver Brigade\tRB\trebel_group\tSWE\t\t\t\t\t\tSWEREBRIV\t\t\t\t\n";
  auto lexicon = ActorLexicon::with(table, "mine.tsv");
  ASSERT_TRUE(lexicon);
  Document document = document_of("The RB attacked Kalmar.", "2024-05-06");
  Analysis analysis = (*Language::english())->read(document);
  auto found = find_actors(analysis, **lexicon, {});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].id, "org:river-brigade");
  EXPECT_EQ(found[0].codes.cameo, "SWEREBRIV");
}

TEST(Actors, a_report_of_many_names_is_read) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += fmt::format("Rebel {} of the Front {} left. ", i, i);
  Document document = document_of(std::move(text));
  Analysis analysis(document);
  EXPECT_GT(find_actors(analysis, *ActorLexicon::standard(), {}).size(), 4000U);
}

}  // namespace
}  // namespace sitrep
