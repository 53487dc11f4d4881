# Origin: written for this project. Licence: Apache-2.0.
name: all
about: No choice: the lowest and the highest figure of all accounts.
count: none
range: all
time: most-precise
place: most-precise
type: most-told
missing: none
