# Origin: written for this project. Licence: Apache-2.0.
name: official-first
about: What a body or a written record gives, then named persons, then outlets, then unnamed voices.
count: official-first
range: all
time: most-precise
place: most-precise
type: most-told
missing: none
