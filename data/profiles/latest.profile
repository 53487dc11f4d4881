# Origin: written for this project. Licence: Apache-2.0.
name: latest
about: The figure said last, whoever says it.
count: latest
range: all
time: latest
place: latest
type: latest
missing: none
