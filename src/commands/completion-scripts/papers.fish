# Completes papers in fish.
function __papers_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in (papers complete -- $words[2..-1] "$current" 2> /dev/null)
        if test "$line" = ':files'
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end
complete -c papers -f -k -a '(__papers_complete)'
