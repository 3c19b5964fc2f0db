# Tells what TAP::Parser reads in a report.
use strict;
use warnings;
use TAP::Parser;

local $/;
open my $file, '<', $ARGV[0] or die;
my $text = <$file>;
# It knows versions up to 13, of which 14 is an extension.
$text =~ s/\ATAP version 14$/TAP version 13/m;
my $parser = TAP::Parser->new({ tap => $text });
while (my $result = $parser->next) {
  next if $result->is_version;
  print $result->type;
  print ' ', $result->ok, ' ', $result->number, ' ', $result->description if $result->is_test;
  print ' SKIP ', $result->explanation if $result->is_test && $result->has_skip;
  print ' ', join ',', map { "$_=" . ($result->data->{$_} // '') } qw(message exit output)
    if $result->is_yaml;
  print "\n";
}
print "errors: ", join('; ', $parser->parse_errors), "\n";
