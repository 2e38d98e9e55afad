// The profile shows a few cards at once and more whenever the page is scrolled to its end.

const more = document.getElementById("more-cards");
const grid = document.querySelector(".feed-grid");
const NEAR_PX = 300;

function showMore() {
  const cards = [...more.content.children].slice(0, Number(more.dataset.step));
  grid.append(...cards);
  if (!more.content.children.length) window.removeEventListener("scroll", atEnd);
}

function atEnd() {
  const left = document.documentElement.scrollHeight - window.scrollY - window.innerHeight;
  if (left < NEAR_PX) showMore();
}

if (more) window.addEventListener("scroll", atEnd, { passive: true });
