// Reloads the page when the site is no longer what it was when the page was sent.
// Only pages on their way from `huni serve` ask for this file; a built site never does.
{
  const shown = new URL(document.currentScript.src).search.slice(1);
  let changes = null;

  const listen = () => {
    changes?.close();
    changes = new EventSource("/.huni/changes");
    changes.onmessage = (message) => {
      if (message.data === shown) return;
      changes.close();
      location.reload();
    };
  };

  // Browsers open only a few connections to one host: a tab that nobody looks at gives its own back.
  const follow = () => (document.hidden ? changes?.close() : listen());
  document.addEventListener("visibilitychange", follow);
  follow();
}
