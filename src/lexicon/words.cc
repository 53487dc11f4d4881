// Lists made by hand for this project.
#include "lexicon/words.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace sitrep {
namespace {

using enum WordClass;

struct List {
  WordClass of;
  std::string_view words;  // parted by single spaces
};

constexpr List lists[] = {
    {say,
     "said says say told tells tell adds added announced announces stated states declared declares claimed "
     "claims claim reported reports insisted insists explained explains warned warns confirmed confirms "
     "acknowledged acknowledges admitted admits argued argues alleged alleges asserted asserts denied denies "
     "deny recalled recalls replied replies remarked noted notes tweeted tweets wrote writes posted vowed "
     "vows "
     "pledged pledges complained testified reiterated repeated stressed emphasised emphasized maintained "
     "maintains repeats stresses "
     "commented concluded conceded suggested predicted continued continues recounted cautioned urged urges "
     "accused accuses blamed blames condemned condemns disclosed revealed estimated estimates quipped "
     "contended affirmed rejected rejects indicated cried shouted whispered answered asked boasted lamented "
     "informed relayed dismissed"},
    {say_participle, "saying adding claiming telling insisting stating noting warning stressing explaining"},
    {pronoun, "he she they we i who it"},
    {speaker_word, "another others one some many several most two three both"},
    {determiner,
     "the a an this that these those no every each any some another both all several many few other such"},
    {possessive, "his her their its our my your"},
    {preposition,
     "of in on at by for from with to into onto over under near against between among during through across "
     "around about outside inside toward towards within without since until via along behind beyond amid "
     "despite upon throughout alongside beside below above off like per"},
    {conjunction, "and or but nor yet plus"},
    {subordinator,
     "that which who whom whose where when while as because if although though after before since until "
     "unless whereas whether once so than what how why"},
    {auxiliary,
     "is are was were be been being am has have had having do does did will would can could may might must "
     "should shall cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't "
     "wouldn't can't couldn't got get gets"},
    {adverb,
     "also later earlier again then now still only just already soon meanwhile however moreover today "
     "yesterday tomorrow tonight separately repeatedly reportedly allegedly apparently recently previously "
     "publicly immediately currently officially once twice even ever never not too very almost nearly "
     "initially subsequently briefly instead further furthermore nevertheless nonetheless therefore thus "
     "there here afterwards overnight late early flatly angrily bluntly simply quickly categorically "
     "strongly firmly strenuously vehemently independently anonymously perhaps maybe"},
    {verb,
     "went came took made began seemed appeared became left gave held saw found kept brought led ran fell "
     "hit "
     "struck fired opened launched attacked shelled bombed ambushed seized captured entered crossed fled "
     "arrived reached returned moved advanced withdrew retreated clashed fought broke erupted exploded "
     "detonated detained arrested abducted kidnapped released freed destroyed burned burnt damaged looted "
     "displaced killed wounded injured died perished killing wounding injuring called met visited agreed "
     "refused rejected signed ordered sent deployed targeted rose climbed stood remained continued carried "
     "happened occurred followed caused used shot blew raided stormed besieged surrendered blocked imposed "
     "lost won ended started stopped wants want needs showed shows include includes including according"},
    {person_one,
     "man woman child boy girl baby infant toddler teenager resident witness eyewitness villager neighbour "
     "neighbor civilian soldier officer policeman policewoman policemen fighter militant rebel insurgent "
     "gunman "
     "commander official spokesman spokeswoman spokesperson minister president governor mayor doctor nurse "
     "medic paramedic surgeon activist journalist reporter correspondent photographer analyst expert "
     "researcher lawyer judge prosecutor teacher student farmer driver shopkeeper trader worker labourer "
     "laborer elder chief leader member source diplomat ambassador envoy aide adviser advisor deputy "
     "lawmaker senator politician candidate general colonel major captain lieutenant sergeant admiral "
     "brigadier guard conscript recruit volunteer pilot sailor marine officer terrorist extremist bomber "
     "attacker assailant suspect prisoner detainee hostage refugee migrant survivor victim relative father "
     "mother son daughter brother sister uncle aunt cousin husband wife widow grandmother grandfather person "
     "priest imam cleric bishop monk nun pastor rabbi pope king queen prince sheikh protester demonstrator "
     "bystander passer-by pedestrian shepherd fisherman merchant engineer tourist foreigner contractor "
     "peacekeeper observer monitor director head manager chairman secretary negotiator mediator local "
     "rescuer firefighter firewoman fireman coroner clerk councillor councilor trooper ranger policeman "
     "delegate peasant attorney parishioner seminarian youth pensioner colleague friend patient bodyguard "
     "sniper driver baker miner student pupil "
     "premier chancellor congressman coordinator inspector superintendent constable hunter"},
    {person_many,
     "people men women children boys girls babies infants toddlers teenagers residents witnesses "
     "eyewitnesses "
     "villagers neighbours neighbors civilians soldiers officers policemen police fighters militants rebels "
     "insurgents gunmen commanders officials spokesmen ministers governors mayors doctors nurses medics "
     "paramedics surgeons activists journalists reporters correspondents photographers analysts experts "
     "researchers lawyers judges prosecutors teachers students farmers drivers shopkeepers traders workers "
     "labourers laborers elders chiefs leaders members sources diplomats ambassadors envoys aides advisers "
     "advisors lawmakers senators politicians candidates generals guards conscripts recruits volunteers "
     "pilots "
     "sailors marines terrorists extremists bombers attackers assailants suspects prisoners detainees "
     "hostages "
     "refugees migrants survivors victims relatives fathers mothers sons daughters brothers sisters parents "
     "husbands wives persons priests imams clerics monks nuns pastors protesters demonstrators bystanders "
     "passers-by pedestrians shepherds fishermen merchants engineers tourists foreigners contractors "
     "peacekeepers observers monitors directors troops servicemen personnel militiamen tribesmen locals "
     "others delegates peasants attorneys parishioners youths pensioners colleagues friends patients "
     "bodyguards snipers miners pupils staff crew "
     "rescuers firefighters inhabitants citizens nationals passengers worshippers worshipers mourners "
     "employees families fugitives evacuees aid-workers forces combatants jihadists commandos paratroopers "
     "separatists guerrillas mercenaries reservists cadets loyalists supporters herders pastoralists "
     "authorities adults minors newborns schoolchildren settlers inmates customers shoppers commuters "
     "policewomen infantrymen seamen crewmen bandits pirates looters defenders invaders occupiers partisans "
     "vigilantes dead wounded injured residents dozens hundreds thousands jurors elderly"},
    {body,
     "ministry army police government military navy force air-force council committee commission parliament "
     "court office agency department authority administration embassy mission hospital clinic junta "
     "presidency kremlin pentagon group organisation organization movement party front militia brigade "
     "battalion command coalition alliance union federation network observatory foundation institute centre "
     "center charity company municipality judiciary prosecution opposition regime service directorate bureau "
     "secretariat headquarters faction gendarmerie coastguard governorate city-hall assembly team unit "
     "watchdog monitor palace authorities forces general-staff mayor's-office association"},
    {document,
     "statement report communique communiqué document letter post tweet memo list record records file files "
     "dispatch bulletin leaflet message note register tally data figures update"},
    {title,
     "minister president premier general colonel major captain lieutenant sergeant commander brigadier "
     "admiral "
     "marshal governor mayor senator congressman ambassador spokesman spokeswoman spokesperson chief "
     "director "
     "secretary chairman chairwoman chancellor judge justice inspector superintendent constable doctor "
     "professor sheikh imam bishop archbishop cardinal father sister pope king queen prince princess emir "
     "sultan mullah ayatollah rabbi deputy vice-president vice prime foreign defence defense interior "
     "finance "
     "health justice general-secretary secretary-general police army navy lord lady baron sir dame corporal "
     "private councillor envoy representative commissioner"},
    {title_short,
     "gen col maj capt lt sgt cmdr brig adm sen gov rep mr mrs ms dr prof rev st hon pres cpl supt insp"},
    {former, "former ex-president ex-minister late acting outgoing deputy senior then deposed ousted"},
    {weekday,
     "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"},
    {month,
     "january february march april may june july august september october november december jan feb mar apr "
     "jun "
     "jul aug sep sept oct nov dec"},
    {number,
     "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
     "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
     "million dozen"},
    {vague,
     "dozens scores hundreds thousands several many some few numerous multiple countless various tens "
     "millions"},
    {unit,
     "kilometres kilometers kilometre kilometer km kms miles mile metres meters metre meter m cm mm feet "
     "foot "
     "inches yards hectares acres tonnes tons kilos kilograms kg percent per cent % years year months month "
     "weeks week days day hours hour minutes minute seconds second dollars dollar euros euro pounds pound "
     "cents roubles rubles rupees shillings francs afghanis riyals degrees times time o'clock am pm a.m p.m "
     "millimetre calibre caliber volts litres liters gallons barrels years-old year-old storey story gmt utc "
     "local knots points votes seats copies rounds pages words"},
    {child,
     "child children boy boys girl girls baby babies infant infants toddler toddlers teenager teenagers "
     "minor "
     "minors newborns schoolchildren pupils pupil"},
    {female,
     "woman women girl girls mother mothers daughter daughters sister sisters wife wives widow nun nuns "
     "policewoman policewomen grandmother aunt"},
    {male, "man men boy boys father fathers son sons brother brothers husband husbands grandfather uncle"},
    {elderly, "elderly pensioner pensioners grandmother grandfather"},
    {civilian,
     "civilian civilians resident residents villager villagers inhabitants bystander bystanders farmer "
     "farmers "
     "shopper shoppers worshippers passengers"},
    {military,
     "soldier soldiers troops fighter fighters militant militants rebel rebels insurgent insurgents gunman "
     "gunmen "
     "servicemen personnel militiamen commandos paratroopers combatants terrorists guerrillas jihadists "
     "policeman policemen conscripts mercenaries"},
    {abbreviation,
     "mr mrs ms dr prof gen col maj capt lt sgt cmdr brig adm sen gov rep rev st jr sr hon pres jan feb mar "
     "apr "
     "jun jul aug sep sept oct nov dec no vs etc e.g i.e approx dept est inc ltd co corp bros fig vol p pp "
     "art "
     "cpl supt insp u.s u.n u.k e.u a.m p.m ph.d sq mt ft jan. messrs mssrs"},
    {medium,
     "video audio statement interview speech address briefing post tweet message letter telephone phone "
     "conference communique communiqué broadcast recording podcast footage clip email e-mail note leaflet "
     "call thread sermon voicemail"},
    {carrier,
     "twitter x facebook telegram youtube instagram whatsapp tiktok truth vkontakte signal weibo radio "
     "television tv"},
    {organisation,
     "taliban hamas hezbollah hizbollah nato un unicef unhcr unesco who icrc msf ocha osce eu au ecowas opec "
     "iaea "
     "isis isil is daesh al-qaeda al-qaida boko haram al-shabaab houthis kremlin pentagon afp reuters ap "
     "amnesty pkk ypg sdf farc eln ira fatah idf rsf m23 interpol europol fbi cia mi6 un's mossad frelimo "
     "renamo unita kremlin monusco minusma unifil unrwa wfp fao shin-bet isaf"},
    {name_particle, "al el bin ibn abu de del della di da dos van von der den la le ben al- ul ur ould"},
};

using Table = std::unordered_map<std::string_view, std::uint64_t>;

const Table& table() {
  static const Table made = [] {
    Table words;
    for (const List& list : lists) {
      std::string_view rest = list.words;
      while (!rest.empty()) {
        std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
        words[word] |= std::uint64_t{1} << static_cast<unsigned>(list.of);
      }
    }
    return words;
  }();
  return made;
}

}  // namespace

WordClasses word_classes(std::string_view lower) {
  auto found = table().find(lower);
  return found == table().end() ? WordClasses{} : WordClasses{found->second};
}

std::optional<std::int64_t> number_word(std::string_view lower) {
  static const std::unordered_map<std::string_view, std::int64_t> values = {
      {"zero", 0},     {"one", 1},        {"two", 2},         {"three", 3},
      {"four", 4},     {"five", 5},       {"six", 6},         {"seven", 7},
      {"eight", 8},    {"nine", 9},       {"ten", 10},        {"eleven", 11},
      {"twelve", 12},  {"thirteen", 13},  {"fourteen", 14},   {"fifteen", 15},
      {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},   {"nineteen", 19},
      {"twenty", 20},  {"thirty", 30},    {"forty", 40},      {"fifty", 50},
      {"sixty", 60},   {"seventy", 70},   {"eighty", 80},     {"ninety", 90},
      {"dozen", 12},   {"hundred", 100},  {"thousand", 1000}, {"million", 1'000'000}};
  auto found = values.find(lower);
  if (found == values.end()) return std::nullopt;
  return found->second;
}

namespace {

// Which of `names` the word is, whole or by its first three letters ("sept" and "tues" too).
std::optional<unsigned> index_of(std::string_view lower, const std::string_view* names, unsigned count) {
  if (lower.size() < 3) return std::nullopt;
  for (unsigned i = 0; i < count; ++i) {
    bool shortened = lower.size() <= 5 && names[i].substr(0, lower.size()) == lower;
    if (lower == names[i] || shortened) return i;
  }
  return std::nullopt;
}

}  // namespace

std::optional<unsigned> weekday_of(std::string_view lower) {
  static constexpr std::string_view names[] = {"sunday",   "monday", "tuesday", "wednesday",
                                               "thursday", "friday", "saturday"};
  if (!word_classes(lower).has(weekday)) return std::nullopt;
  return index_of(lower, names, 7);
}

std::optional<unsigned> month_of(std::string_view lower) {
  static constexpr std::string_view names[] = {"january",   "february", "march",    "april",
                                               "may",       "june",     "july",     "august",
                                               "september", "october",  "november", "december"};
  if (!word_classes(lower).has(month)) return std::nullopt;
  auto found = index_of(lower, names, 12);
  if (!found) return std::nullopt;
  return *found + 1;
}

}  // namespace sitrep
