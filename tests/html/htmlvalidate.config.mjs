/** The rules that the pages are held to, and why some of them are not. */
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Trunk takes quotes away where HTML needs none.
    "attr-quotes": "off",
    // It is allowed, and screen readers name the lists that have one.
    "aria-label-misuse": "off",
    // The search answers while one types, and Enter goes to what it names.
    "wcag/h32": "off",
    // A title says what is shown and ends in the name of the site: where one is
    // cut, that goes first.
    "long-title": "off",
  },
};
