# Origin: written for this project. Licence: Apache-2.0.
name: most-independent
about: What most independent origins give: near-copies and one agency's relays count as one.
count: most-independent
range: all
time: most-told
place: most-told
type: most-told
missing: none
