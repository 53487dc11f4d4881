#include "mentions/place/surrounding_words.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace sitrep {
namespace {

// Lists written from general knowledge for this project, parted by spaces.
class Words {
 public:
  explicit Words(std::string_view list) {
    while (!list.empty()) {
      std::size_t end = std::min(list.find(' '), list.size());
      words_.insert(list.substr(0, end));
      list.remove_prefix(std::min(list.size(), end + 1));
    }
  }
  [[nodiscard]] bool has(std::string_view word) const { return words_.contains(word); }

 private:
  std::unordered_set<std::string_view> words_;
};

}  // namespace

bool is_place_type(std::string_view lower) {
  static const Words words(
      "city town village hamlet capital port province region district governorate oblast state county "
      "municipality prefecture settlement neighbourhood neighborhood suburb quarter commune township camp "
      "enclave republic territory stronghold kingdom emirate island islands peninsula valley area resort "
      "sub-district subdistrict townlet metropolis locality bastion cities towns villages provinces "
      "districts "
      "states regions hub base airbase");
  return words.has(lower);
}

bool is_describer(std::string_view lower) {
  static const Words words(
      "besieged occupied coastal nearby neighbouring neighboring central war-torn war-ravaged embattled "
      "strategic key main small large tiny ancient historic holy old new remote mountainous rural restive "
      "volatile contested disputed divided border industrial inland eastern-most northernmost southernmost "
      "easternmost westernmost oil-rich rebel-held government-held mainly predominantly mostly largely mixed "
      "second largest biggest second-largest frontline front-line breakaway autonomous separatist tribal "
      "landlocked densely populated crowded sprawling local former provincial regional federal national "
      "state whole entire entirety all much most landmark captured recaptured liberated flashpoint garrison "
      "mining fishing farming resort university market desert port sunni shiite shia kurdish christian "
      "muslim "
      "druze alawite far");
  return words.has(lower);
}

bool is_spot(std::string_view lower) {
  static const Words words(
      "village villages town towns checkpoint checkpoints post position positions area areas base camp camps "
      "place point site spot location road highway hill hills hamlet settlement settlements district "
      "districts "
      "bridge airport airfield valley forest field fields outpost outposts suburb suburbs region community "
      "communities house market mosque church school hospital crossing village's stretch section zone desert "
      "somewhere anywhere territory land plain plains countryside");
  return words.has(lower);
}

bool is_site_noun(std::string_view lower) {
  static const Words words(
      "province city district region governorate oblast state town county airport area municipality valley "
      "river lake mountains desert countryside suburbs outskirts port harbour harbor prefecture village camp "
      "front peninsula island islands pass corridor salient axis sector enclave border coast");
  return words.has(lower);
}

bool is_ground_noun(std::string_view lower) {
  static const Words words(
      "island islands river lake peninsula plateau heights border coast front road highway bridge axis "
      "outskirts mountains");
  return words.has(lower);
}

bool is_edge_noun(std::string_view lower) {
  static const Words words(
      "outskirts outskirt edge edges suburb suburbs periphery fringe fringes gates approaches entrance "
      "entrances limits rim");
  return words.has(lower);
}

bool is_part_noun(std::string_view lower) {
  static const Words words(
      "end side part parts half halves tip corner centre center heart middle bank banks shore shores coast "
      "slopes foothills sector areas area quarter quarters neighbourhoods neighborhoods district districts "
      "mouth edge swathes swaths stretch stretches entirety rest streets portion portions section outback");
  return words.has(lower);
}

bool is_vicinity(std::string_view lower) {
  static const Words words("vicinity surroundings environs proximity neighbourhood neighborhood");
  return words.has(lower);
}

bool is_border(std::string_view lower) {
  static const Words words("border borders frontier frontiers boundary crossing");
  return words.has(lower);
}

bool is_way(std::string_view lower) {
  static const Words words(
      "road roads highway motorway route railway railroad train line corridor street path track pass bus way "
      "pipeline flight ferry crossing bridge supply-line expressway autobahn freeway");
  return words.has(lower);
}

bool is_adjective_of_direction(std::string_view lower) { return lower.ends_with("ern"); }

double unit_metres(std::string_view lower) {
  if (lower == "km" || lower == "kms" || lower == "kilometre" || lower == "kilometres" ||
      lower == "kilometer" || lower == "kilometers" || lower == "k.m") {
    return 1000;
  }
  if (lower == "mile" || lower == "miles" || lower == "mi") return 1609.344;
  if (lower == "m" || lower == "metre" || lower == "metres" || lower == "meter" || lower == "meters")
    return 1;
  if (lower == "yard" || lower == "yards") return 0.9144;
  if (lower == "feet" || lower == "foot") return 0.3048;
  if (lower == "nm" || lower == "nautical-miles") return 1852;
  return 0;
}

bool is_unit_of_length(std::string_view lower) { return unit_metres(lower) > 0; }

bool ends_in_unit(std::string_view lower) {
  std::size_t digits = lower.find_first_not_of("0123456789.,");
  if (digits == 0 || digits == lower.npos) return false;
  if (lower[digits] == '-') ++digits;
  return unit_metres(lower.substr(digits)) > 0;
}

bool is_verb_of_attack(std::string_view lower) {
  static const Words words(
      "shelled bombed bombarded attacked struck hit stormed seized captured took retook recaptured besieged "
      "raided overran occupied liberated pounded rocked targeted invaded encircled surrounded blockaded "
      "controlled hold held holds shelling bombing bombarding attacking striking hitting storming seizing "
      "capturing taking retaking recapturing besieging raiding occupying liberating pounding targeting "
      "invading "
      "encircling shell bomb bombard attack strike storm seize capture take retake raid occupy liberate "
      "pound "
      "target invade devastated destroyed razed flattened regained lost ransacked looted torched ravaged "
      "battered cleared stationed visited visiting visit defend defended defending patrol patrolled "
      "patrolling "
      "control controls controlling swept infiltrated crossed crossing crosses");
  return words.has(lower);
}

bool is_verb_of_leaving(std::string_view lower) {
  static const Words words(
      "left leave leaves leaving fled flee flees fleeing quit evacuated evacuating evacuate departed "
      "departing "
      "abandoned abandoning vacated escaped escaping");
  return words.has(lower);
}

bool is_verb_of_coming(std::string_view lower) {
  static const Words words(
      "reached reach reaches reaching entered enter enters entering approached approaching approach");
  return words.has(lower);
}

bool is_attack_noun(std::string_view lower) {
  static const Words words(
      "siege shelling bombing bombardment fall capture recapture seizure liberation occupation invasion "
      "battle "
      "storming attack attacks assault assaults raid raids strike strikes airstrike airstrikes offensive "
      "blockade encirclement defence defense control takeover destruction evacuation shellings bombings "
      "air-strike air-strikes incursion ambush bombardments massacre");
  return words.has(lower);
}

bool is_falling(std::string_view lower) {
  static const Words words(
      "fell fall falls falling rained raining rain fired firing fire dropped dropping drop landed landing "
      "bombs shells rockets missiles");
  return words.has(lower);
}

bool is_march(std::string_view lower) {
  static const Words words(
      "march marched marching advance advanced advancing advances converged closing pushed");
  return words.has(lower);
}

bool is_quarrel(std::string_view lower) {
  static const Words words(
      "dispute disputes row tensions tension conflict quarrel talks concern concerns sovereignty war wars "
      "disagreement crisis sanctions negotiations debate anger outrage worry worries fears");
  return words.has(lower);
}

bool is_dealing(std::string_view lower) {
  static const Words words(
      "talks negotiations agreement deal war wars conflict conflicts fighting clashes tensions tension "
      "relations "
      "ties ceasefire cease-fire truce treaty pact dialogue dispute disputes rivalry peace meeting summit "
      "trade alliance accord contacts differences exchange exchanges hostilities feud violence battle "
      "battles "
      "cooperation co-operation friendship hostility standoff stand-off split rift quarrel mediate mediating "
      "mediated mediation diplomacy correspondence phone-call call swap confrontation enmity match game "
      "matches games final distinguish choose comparison difference");
  return words.has(lower);
}

bool is_verb_of_will(std::string_view lower) {
  static const Words words(
      "accused accuses accuse denied denies deny rejected rejects reject condemned condemns condemn warned "
      "warns "
      "warn wants wanted demanded demands demand hopes hoped vowed vows believes believed agreed agrees "
      "refused "
      "refuses insisted insists claims claimed says said announced announces blamed blames blame criticised "
      "criticized called calls urged urges pledged pledges supports supported backs backed recognised "
      "recognized "
      "recognises recognizes considers considered regards regarded views viewed sees denounced denounces "
      "threatened threatens responded responds retaliated imposed imposes signed signs expelled expels "
      "promised promises proposed proposes offered offers asked asks fears feared argues argued maintains "
      "maintained retorted replied recalled summoned dismissed dismisses welcomed welcomes decided decides "
      "plans planned intends intended suspects suspected acknowledged admits admitted confirmed confirms "
      "voted ratified severed withdrew deployed sent sends provided provides");
  return words.has(lower);
}

bool is_verb_of_address(std::string_view lower) {
  static const Words words(
      "accused accuses accusing accuse urged urges urging urge blamed blames blaming blame pressed pressing "
      "warned warns warning told telling tells asked asks asking pressured pressuring called calling "
      "criticised criticized criticising criticizing condemned condemning supports supported supporting "
      "backs "
      "backed backing threatened threatening angered angering infuriated irritated persuaded persuading "
      "convince convinced convincing isolate isolating sanctioned sanctioning lobbied");
  return words.has(lower);
}

bool is_noun_of_will(std::string_view lower) {
  static const Words words(
      "talks relations ties negotiations agreement deal treaty alliance dialogue contacts cooperation "
      "co-operation demands demand decision policy policies position stance claims claim government leaders "
      "leadership support backing interests allies ally ambition ambitions proxies plans influence rejection "
      "refusal response insistence accusations allegations intentions aims goals warning warnings pressure "
      "sanctions diplomacy permission approval consent word promise pledge help");
  return words.has(lower);
}

}  // namespace sitrep
