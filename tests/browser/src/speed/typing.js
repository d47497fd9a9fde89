// Types a text into a field, letter by letter, and times each letter.
const [selector, text, before, done] = arguments;
const field = document.querySelector(selector);
// The field's own setter, past any that the page might have put over it.
const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

// Effects run in microtasks, some of which queue others. This many rounds are
// far more than it takes and cost microseconds; if they were too few, the page
// would change afterwards, and `late` says so.
const ROUNDS = 200;
async function microtasks() {
  for (let round = 0; round < ROUNDS; round += 1) await null;
}

let late = 0;
const watcher = new MutationObserver((changes) => {
  late += changes.length;
});

async function letter(typed, place) {
  // A key comes at any moment between two frames: after a part of one that
  // differs from letter to letter and is the same in every run.
  await frame();
  await pause(16 * ((place * 0.618034) % 1));
  const start = performance.now();
  set.call(field, typed);
  const event = new InputEvent("input", { bubbles: true, inputType: "insertText", data: typed.at(-1) });
  field.dispatchEvent(event);
  await microtasks();
  // Asking for a size makes the browser bring styles and layout up to date.
  void document.body.offsetHeight;
  const own = performance.now() - start;

  late = 0;
  watcher.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  await frame();
  await frame();
  const painted = performance.now() - start;
  watcher.disconnect();
  return { typed, own, painted, late };
}

(async () => {
  field.focus();
  const row = [];
  const letters = [...text];
  for (let end = 1; end <= letters.length; end += 1) {
    row.push(await letter(letters.slice(0, end).join(""), before + end));
  }
  return row;
})().then(done, (error) => done(String(error)));
