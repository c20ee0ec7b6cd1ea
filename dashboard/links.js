// A link in the page's own HTML opens without loading everything anew: the address changes, and Streamlit follows it as
// it follows the browser's Back. Without this script the same links work, as links do.
if (!window.followsLinks) {
  window.followsLinks = true;

  const isOurs = (event, link) =>
    link && !event.defaultPrevented && event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) &&
    link.closest(".stHtml") && !link.target && link.origin === location.origin;

  // What was clicked is drawn anew; whoever uses the keyboard goes on from there.
  let timer;
  const focusAgain = (address) => {
    let left = 30;
    clearInterval(timer);
    timer = setInterval(() => {
      if (document.activeElement === document.body) {
        document.querySelector(`.stHtml a[href="${CSS.escape(address)}"]`)?.focus({ preventScroll: true });
      }
      if (!left--) clearInterval(timer);
    }, 100);
  };

  // Vega-Lite's brush is a picture without a name, and no option hides it from those who hear the page.
  new MutationObserver(() => {
    for (const brush of document.querySelectorAll('svg [class*="_brush"]:not([aria-hidden])')) {
      brush.setAttribute("aria-hidden", "true");
    }
  }).observe(document.body, { childList: true, subtree: true });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!isOurs(event, link)) return;
    event.preventDefault();
    history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate"));
    focusAgain(link.getAttribute("href"));
  });
}
