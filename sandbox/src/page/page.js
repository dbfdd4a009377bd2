const renew = async () => {
  const answer = await fetch("/");
  if (!answer.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  const main = document.querySelector("main");
  const focused = document.activeElement && document.activeElement.id;
  const [x, y] = [scrollX, scrollY];
  for (const old of main.querySelectorAll("input[id], select[id], details[id]")) {
    const now = next.querySelector("#" + CSS.escape(old.id));
    if (now) old.tagName === "DETAILS" ? (now.open = old.open) : (now.value = old.value);
  }
  main.replaceChildren(...next.childNodes);
  main.dataset.renewed = Number(main.dataset.renewed ?? 0) + 1;
  const again = focused && document.getElementById(focused);
  if (again) again.focus({ preventScroll: true });
  scrollTo(x, y);
};
const live = new EventSource("/_sandbox/live");
let last = Promise.resolve();
live.addEventListener("change", () => { last = last.then(renew).catch(() => {}); });
