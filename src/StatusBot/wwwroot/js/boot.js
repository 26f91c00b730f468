// A classic script on purpose: it blocks the first paint until the stored choices are on <html>.
(() => {
  const root = document.documentElement;
  /** @param {string} key */
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage may be blocked; the page then simply forgets
    }
  };

  const theme = read('statusbot.theme');
  if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;

  const stored = read('statusbot.language');
  const preferred = (navigator.languages?.[0] ?? navigator.language ?? 'en').toLowerCase();
  root.lang = stored === 'en' || stored === 'ko' ? stored : preferred.startsWith('ko') ? 'ko' : 'en';
})();
