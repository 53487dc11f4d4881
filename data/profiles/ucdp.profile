# Origin: written for this project from the UCDP GED codebook 23.1 (Högbladh 2023). Licence: Apache-2.0.
name: ucdp
about: Best, lowest and highest figure, as UCDP GED gives them; the best is what most independent sources give.
source: UCDP Georeferenced Event Dataset codebook 23.1
count: most-independent
range: all
time: most-precise
place: most-precise
type: most-told
missing: none
vague dozens: 24 96
vague scores: 40 100
vague hundreds: 200 900
vague thousands: 2000 9000
vague several: 3 9
vague many: 3 9
vague few: 2 5
