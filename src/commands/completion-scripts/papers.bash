# Completes papers in bash. It needs no other package.
_papers() {
  local word
  COMPREPLY=()
  while IFS=$'\t' read -r word _; do
    if [ "$word" = ':files' ]; then
      compopt -o default 2> /dev/null # bash completes files if there is no candidate
    else
      COMPREPLY+=("$word")
    fi
  done < <(papers complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2> /dev/null)
}
complete -F _papers papers
