# Origin: written for this project from the ACLED codebook (2023). Licence: Apache-2.0.
name: acled-lowest
about: The lowest figure where sources differ, as ACLED codes fatalities; no figure told is 0.
source: ACLED codebook 2023, fatalities
count: lowest
range: chosen
time: most-precise
place: most-precise
type: most-told
missing: zero
vague dozens: 12 12
vague scores: 12 12
vague hundreds: 100 100
vague several: 3 3
vague many: 3 3
vague few: 3 3
