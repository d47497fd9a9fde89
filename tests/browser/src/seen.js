const all = (selector) => [...document.querySelectorAll(selector)];
const part = (name) => document.querySelector(`[data-part="${name}"]`);
const shown = (element) => element.checkVisibility();
const number = (text) => (text === null || text === undefined || text === "" ? null : Number(text));
const words = (element) => element.textContent.replace(/\s+/g, " ").trim();

function matching() {
  const place = part("match");
  if (!place) return null;
  if (place.matches("select")) return place.value;
  if (place.matches("input[type=checkbox]")) return place.checked ? "all" : "any";
  const chosen = place.querySelector("input:checked");
  return chosen ? chosen.value : null;
}

const count = part("count");
const savedCount = part("saved-count");
return {
  state: document.documentElement.dataset.state ?? "",
  title: document.title,
  query: location.search.replace(/^\?/, ""),
  fragment: location.hash.replace(/^#/, ""),
  history: history.length,
  typed: part("search")?.value ?? null,
  matching: matching(),
  count: count && {
    shown: Number(count.dataset.shown),
    total: Number(count.dataset.total),
    sentence: words(count),
  },
  numerals: all('[data-part="numeral"]').length === 0
    ? null
    : all('[data-part="numeral"][data-state="shown"]').map((numeral) => Number(numeral.dataset.number)),
  numbers: all('[data-part="results"] [data-part="result"]').map((result) => Number(result.dataset.number)),
  values: all("input[data-facet]").map((input) => ({
    facet: input.dataset.facet,
    value: input.dataset.value,
    checked: input.checked,
    disabled: input.disabled,
    focused: input === document.activeElement,
    visible: shown(input),
    count: Number(input.dataset.count),
  })),
  chips: all('[data-part="chip"]').map(words),
  relaxations: all('[data-part="relaxation"]').map((offer) => Number(offer.dataset.count)),
  corrections: all('[data-part="correction"]').filter(shown).map(words),
  explanations: all('[data-part="why"]')
    .filter((why) => shown(why) && words(why))
    .map((why) => [Number(why.closest("article").dataset.number), words(why)]),
  effects: all('[data-part="effect"]')
    .filter((effect) => shown(effect) && words(effect))
    .map((effect) => {
      const { facet, value } = effect.closest("label").querySelector("input").dataset;
      return { facet, value, text: words(effect) };
    }),
  notices: all('[data-part="notice"]').filter(shown).map(words).filter(Boolean),
  saved: all('[data-part="save"][aria-pressed="true"]').map((button) => Number(button.dataset.number)),
  saved_count: number(savedCount?.dataset.count),
  headings: all("h1, h2, h3").filter(shown).map(words),
  text: document.body.innerText,
};
