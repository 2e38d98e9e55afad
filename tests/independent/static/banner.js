// The cookie banner: late, sliding in, and a hidden preference centre that stays.
setTimeout(() => {
  if (document.cookie.includes("OptanonAlertBoxClosed")) return;
  const box = document.createElement("div");
  box.id = "onetrust-consent-sdk";
  box.innerHTML = '<div class="onetrust-pc-dark-filter"></div><div id="onetrust-banner-sdk" role="dialog" aria-label="Confidentialité" style="transform:translateY(100%)"><p>Nous utilisons des cookies.</p><button id="onetrust-pc-btn-handler">Gérer</button> <button id="onetrust-reject-all-handler">Tout refuser</button> <button id="onetrust-accept-btn-handler">Tout accepter</button></div><div id="onetrust-pc-sdk" role="dialog" style="display:none"></div>';
  document.body.append(box);
  const banner = box.querySelector("#onetrust-banner-sdk");
  setTimeout(() => { banner.style.transform = "none"; }, 50);
  const done = (word) => () => { document.cookie = "OptanonAlertBoxClosed=1; path=/"; mark("cookies:" + word); banner.remove(); box.querySelector(".onetrust-pc-dark-filter").remove(); };
  box.querySelector("#onetrust-reject-all-handler").onclick = done("refused");
  box.querySelector("#onetrust-accept-btn-handler").onclick = done("accepted");
}, 1000);
